import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Clock } from '../../ports/clock.ts';
import type { Settings } from '../../settings.ts';
import { botFrameworkScope } from './connector.ts';
import { botCredentials } from './credentials.ts';
import { StrictAuthentication } from './strict-authentication.ts';

const issuer = 'https://api.botframework.com';

/**
 * botbuilder takes all seven of these values or none: one alone switches the defaults of the others off. They are Microsoft's own but
 * for the address of the signing keys.
 */
export const teamsAuthentication = (settings: Settings, clock: Clock): BotFrameworkAuthentication => {
  const keys = `${settings.botFrameworkUrl}/v1/.well-known/openidconfiguration`;
  const inner = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: botFrameworkScope,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: keys,
      ToBotFromEmulatorOpenIdMetadataUrl: keys,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    botCredentials(settings),
  );
  return new StrictAuthentication(inner, { issuer, tenants: settings.tenants, clock });
};

export type Received = { readonly status: number; readonly body?: unknown };

/** CloudAdapter without its HTTP side, which answers a forged token with the fault's own text and prints keys to the console. */
export class TeamsAdapter extends CloudAdapter {
  async receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Received | 'refused'> {
    try {
      const response: InvokeResponse | undefined = await this.processActivity(authorization, activity, turn);
      return response === undefined ? { status: 200 } : { status: response.status, body: response.body as unknown };
    } catch (fault) {
      if (fault instanceof AuthenticationError) return 'refused';
      throw fault;
    }
  }
}
