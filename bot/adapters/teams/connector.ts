import { ClaimsIdentity } from 'botframework-connector';
import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Installations } from '../installations.ts';

/** Scope of the Bot Framework's tokens; the same for every tenant of a cloud. */
export const botFrameworkScope = 'https://api.botframework.com';

const reference = z.object({ serviceUrl: z.string().min(1), bot: z.object({ id: z.string(), name: z.string().optional() }) });

export type TenantLine = {
  readonly client: ConnectorClient;
  readonly serviceUrl: string;
  /** The bot as Teams knows it in this tenant (28:...). */
  readonly bot: { readonly id: string; readonly name: string };
};

/** Undefined: the app is installed nowhere in this tenant, so there is no address to write to. */
export type LineTo = (tenantId: string) => Promise<TenantLine | undefined>;

/** The connector of the tenant that hosts a conversation, by what its installations taught us (service addresses differ by region). */
export const lineTo =
  (needs: {
    readonly authentication: BotFrameworkAuthentication;
    readonly installations: Installations;
    readonly botId: string;
  }): LineTo =>
  async (tenantId) => {
    const known = reference.safeParse(await needs.installations.ofTenant(tenantId));
    if (!known.success) return undefined;
    const { serviceUrl, bot } = known.data;
    const claims = new ClaimsIdentity([{ type: 'aud', value: needs.botId }], true);
    const client = await needs.authentication.createConnectorFactory(claims).create(serviceUrl, botFrameworkScope);
    return { client, serviceUrl, bot: { id: bot.id, name: bot.name ?? '' } };
  };
