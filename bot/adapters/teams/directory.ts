import { z } from 'zod';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Directory } from '../../ports/teams.ts';
import type { LineTo } from './connector.ts';

/** How long a yes or a no is believed, in milliseconds; a person who is removed loses access within this time at the latest. */
const believedFor = 60_000;
const mostRemembered = 20_000;
/** A card's answer has three seconds: Teams is not waited for longer than this, in milliseconds. */
const longestWait = 2_500;

const fault = z.object({ statusCode: z.number().optional(), message: z.string().optional() });
const account = z.object({ tenantId: z.string().optional() });

/** `tenant`: whose person it is; undefined: not in the channel. */
type Found = { readonly tenant: string | undefined };

/** Asks Teams for one member of a channel, by object id. Only what Teams said is remembered, never that it did not answer. */
export const teamsDirectory = (needs: {
  readonly lineTo: LineTo;
  readonly clock: Clock;
  readonly log: Log;
}): Directory & { forget(): void } => {
  const remembered = new Map<string, Found & { readonly until: number }>();

  const ask = async (hostTenant: string, channel: string, objectId: string): Promise<Found | 'unknown'> => {
    const line = await needs.lineTo(hostTenant);
    if (line === undefined) return { tenant: undefined };
    try {
      const abortSignal = AbortSignal.timeout(longestWait);
      const member: unknown = await line.client.conversations.getConversationMember(channel, objectId, { abortSignal });
      return { tenant: (account.catch({}).parse(member).tenantId ?? hostTenant).toLowerCase() };
    } catch (thrown) {
      const { statusCode, message } = fault.catch({}).parse(thrown);
      if (statusCode === 404 || statusCode === 403) return { tenant: undefined };
      needs.log.warn({ statusCode, message }, 'Teams did not say whether a person is in a channel');
      return 'unknown';
    }
  };

  const find = async (hostTenant: string, channel: string, objectId: string): Promise<Found | 'unknown'> => {
    const key = `${channel} ${objectId}`;
    const now = needs.clock().getTime();
    const known = remembered.get(key);
    if (known !== undefined && known.until > now) return known;
    const found = await ask(hostTenant, channel, objectId);
    if (remembered.size >= mostRemembered) remembered.clear();
    if (found === 'unknown') remembered.delete(key);
    else remembered.set(key, { ...found, until: now + believedFor });
    return found;
  };

  return {
    tenantOf: async (hostTenant, channel, objectId) => {
      const found = await find(hostTenant, channel, objectId);
      if (found === 'unknown') return 'unknown';
      return found.tenant === undefined ? undefined : { tenant: found.tenant };
    },
    isInChannel: async (hostTenant, channel, person) => {
      const found = await find(hostTenant, channel, person.objectId);
      return found === 'unknown' ? 'unknown' : found.tenant === person.tenantId;
    },
    /** Somebody joined or left: everything is asked again. */
    forget: () => {
      remembered.clear();
    },
  };
};
