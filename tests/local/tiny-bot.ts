import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request as BotRequest,
  type Response as BotResponse,
  type TurnContext,
} from 'botbuilder';
import { MsalServiceClientCredentialsFactory, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { startTeams, type Teams, type TeamsOptions } from '../../local/server.ts';
import { homeTenant, sampleGuid } from '../../local/sample.ts';

type Application = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
// The SDK's own copy of MSAL; an ESM import would be another one.
const { ConfidentialClientApplication } = createRequire(import.meta.url)('@azure/msal-node') as {
  ConfidentialClientApplication: new (configuration: unknown) => Application;
};

const login = 'https://login.microsoftonline.com';
export const botSecret = 'a secret of the tests';

export type TinyBot = {
  teams: Teams;
  adapter: CloudAdapter;
  botId: string;
  turns: Turn[];
  answer: (run: Run) => void;
  serveTab: (html: string) => void;
  stop: () => Promise<void>;
};
export type Turn = {
  type: string;
  name: string | undefined;
  text: string | undefined;
  value: unknown;
  activity: TurnContext['activity'];
};
export type Run = (context: TurnContext) => Promise<void>;

/** A bot on the real SDK, its authentication as shipped, with the stand-in behind it. Each has an id and ports of its own. */
export async function startTinyBot(name: string, options: Partial<TeamsOptions> = {}): Promise<TinyBot> {
  const botId = sampleGuid(`bot ${name}`);
  const teams = await startTeams({ botId, botTenantId: homeTenant, botSecret, botName: 'Tiny bot', ...options });
  const adapter = new CloudAdapter(authentication(teams.url, botId));
  // A turn that ends in an error answers 500 and prints nothing.
  adapter.onTurnError = (_, error) => Promise.reject(error);
  const turns: Turn[] = [];
  let tab: string | undefined;
  let run: Run = () => Promise.resolve();
  const server = createServer((req, res) => {
    void onRequest(req, res);
  });
  const onRequest = async (req: IncomingMessage, res: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
    if (tab !== undefined && req.url?.startsWith('/tab/') === true) {
      res.setHeader('content-type', 'text/html');
      res.end(tab);
      return;
    }
    if (req.url !== '/api/messages') {
      res.setHeader('content-type', 'application/json');
      res.setHeader('content-security-policy', "default-src 'self'; frame-ancestors https://teams.microsoft.com");
      res.end(
        JSON.stringify({
          method: req.method,
          url: req.url,
          sent: Buffer.concat(parts).toString(),
          authorization: req.headers.authorization,
        }),
      );
      return;
    }
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
    await adapter.process(Object.assign(req, { body }) as unknown as BotRequest, sdkResponse(res), async (context) => {
      const { type, name: invoke, text } = context.activity;
      turns.push({
        type,
        name: invoke,
        text,
        value: context.activity.value as unknown,
        activity: structuredClone(context.activity),
      });
      await run(context);
    });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  teams.connectBot(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  return {
    teams,
    adapter,
    botId,
    turns,
    answer: (next) => {
      run = next;
    },
    serveTab: (html) => {
      tab = html;
    },
    stop: async () => {
      await teams.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const sdkResponse = (res: ServerResponse): BotResponse => {
  const response: BotResponse = {
    socket: res.socket,
    header: (name: string, value: string) => res.setHeader(name, value),
    status: (code: number) => {
      res.statusCode = code;
      return response;
    },
    send: (body: unknown) => (body === undefined ? res.end() : res.end(typeof body === 'string' ? body : JSON.stringify(body))),
    end: () => res.end(),
  };
  return response;
};

/** Only the two addresses of the key description differ from production; one setting alone would switch off the rest. */
function authentication(url: string, botId: string) {
  // The SDK's class implements the wanted one without extending it.
  const credentials: unknown = new MsalServiceClientCredentialsFactory(botId, loginAt(url, botId, botSecret));
  const keys = `${url}/v1/.well-known/openidconfiguration`;
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: `${login}/botframework.com`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: keys,
      ToBotFromEmulatorOpenIdMetadataUrl: keys,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: 'true',
    },
    credentials as ServiceClientCredentialsFactory,
  );
}

/** MSAL asks Microsoft's login address; its network client takes the request to the stand-in instead. */
export function loginAt(url: string, botId: string, secret: string) {
  type Options = { body?: string; headers?: Record<string, string> };
  const ask = async (method: string, address: string, options: Options = {}) => {
    const response = await fetch(address.replace(login, url), {
      method,
      headers: options.headers ?? {},
      body: options.body ?? null,
    });
    return { status: response.status, headers: {}, body: (await response.json()) as unknown };
  };
  return new ConfidentialClientApplication({
    auth: { clientId: botId, clientSecret: secret, authority: `${login}/${homeTenant}` },
    system: {
      networkClient: {
        sendPostRequestAsync: (address: string, options?: Options) => ask('POST', address, options),
        sendGetRequestAsync: (address: string, options?: Options) => ask('GET', address, options),
      },
    },
  });
}
