import { ConfidentialClientApplication } from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { MsalServiceClientCredentialsFactory, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Settings } from '../../settings.ts';

/** MSAL accepts no authority but Microsoft's own, so it is always asked for this one; LOGIN_URL decides where the question goes. */
const authorityHost = 'https://login.microsoftonline.com';
const longestWait = 10_000;

const network = (loginUrl: string): INetworkModule => {
  const ask = async <T>(method: 'GET' | 'POST', url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> => {
    const target = url.startsWith(authorityHost) ? `${loginUrl}${url.slice(authorityHost.length)}` : url;
    const response = await fetch(target, {
      method,
      signal: AbortSignal.timeout(longestWait),
      ...(options?.headers === undefined ? {} : { headers: options.headers }),
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: (await response.json()) as T };
  };
  return {
    sendGetRequestAsync: (url, options) => ask('GET', url, options),
    sendPostRequestAsync: (url, options) => ask('POST', url, options),
  };
};

/** The bot's own tokens towards Teams, by MSAL: client credentials of the bot's registration in its own tenant. */
class BotCredentials extends ServiceClientCredentialsFactory {
  readonly #msal: MsalServiceClientCredentialsFactory;
  constructor(msal: MsalServiceClientCredentialsFactory) {
    super();
    this.#msal = msal;
  }

  override isValidAppId(appId?: string): Promise<boolean> {
    return this.#msal.isValidAppId(appId ?? '');
  }

  /** Never: an empty bot id has stopped the start long before. */
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(
    ...place: Parameters<ServiceClientCredentialsFactory['createCredentials']>
  ): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const [appId, audience, loginEndpoint, validateAuthority] = place;
    return this.#msal.createCredentials(appId, audience ?? '', loginEndpoint, validateAuthority);
  }
}

export const botCredentials = ({ botId, botSecret, botTenant, loginUrl }: Settings): ServiceClientCredentialsFactory => {
  const application = new ConfidentialClientApplication({
    auth: { clientId: botId, clientSecret: botSecret, authority: `${authorityHost}/${botTenant}` },
    system: { networkClient: network(loginUrl) },
  });
  // Two copies of MSAL's types (ESM here, CommonJS there) describe one thing.
  type Application = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
  return new BotCredentials(new MsalServiceClientCredentialsFactory(botId, application as unknown as Application));
};
