import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import restify from 'restify';
import type { Request, Response } from 'restify';

/** The floor of `answers`: botbuilder as it comes, on restify, which answers every signed invoke with one constant card. */
const { BOT_ID = '', BOT_FRAMEWORK_URL = '', PORT = '0' } = process.env;
const keys = `${BOT_FRAMEWORK_URL}/v1/.well-known/openidconfiguration`;
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: keys,
      ToBotFromEmulatorOpenIdMetadataUrl: keys,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as every botbuilder sample does it; the floor is botbuilder as it comes
    new PasswordServiceClientCredentialFactory(BOT_ID, 'not used'),
  ),
);
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Thank you.' }] };
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };

const server = restify.createServer({ name: '' });
server.use(restify.plugins.jsonBodyParser());
server.get('/healthz', async (_request: Request, response: Response) => {
  await Promise.resolve(response.sendRaw(200, 'ok'));
});
server.post('/api/messages', async (request: Request, response: Response) => {
  await adapter.process(request as Parameters<CloudAdapter['process']>[0], response, async (context) => {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  });
});
server.listen(Number(PORT), '127.0.0.1');
