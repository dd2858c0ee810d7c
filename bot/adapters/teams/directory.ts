import { TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { ChannelName } from '../../domain/linking.ts';
import type { Clock, Log } from '../../ports/clock.ts';
import type { Directory, NameOfChannel } from '../../ports/teams.ts';
import type { LineTo } from './connector.ts';

/**
 * How long a yes or a no is believed, in milliseconds. Teams tells of everybody who comes or goes, and that takes it away at once; where it
 * does not, or tells another server, a person who is removed loses access within this time.
 */
const believedFor = 60_000;
const mostRemembered = 20_000;
/** A card's answer has three seconds: Teams is not waited for longer than this, in milliseconds. */
const longestWait = 2_500;

const fault = z.object({ statusCode: z.number().optional(), message: z.string().optional() });
const called = z.string().max(200).optional().catch(undefined);
const teamShape = z.object({ name: called });
/** General has no name there: each client shows it in its reader's language. */
const listShape = z.object({ conversations: z.array(z.object({ id: z.string(), name: called.or(z.null()) })) });
const account = z.object({ tenantId: z.string().optional() });

/** `tenant`: whose person it is; undefined: not in the channel. */
type Found = { readonly tenant: string | undefined };

export type Forgetting = {
  /** Somebody came or went: these are asked about again, by object id in lower case; of 'everybody', everything. */
  forget(who: readonly string[] | 'everybody'): void;
};

/** Asks Teams for one member of a channel, by object id. Only what Teams said is remembered, never that it did not answer. */
export const teamsDirectory = (needs: {
  readonly lineTo: LineTo;
  readonly clock: Clock;
  readonly log: Log;
}): Directory & Forgetting & { readonly nameOf: NameOfChannel } => {
  const remembered = new Map<string, Found & { readonly until: number }>();
  let forgotten = 0;

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
    const key = `${channel} ${objectId.toLowerCase()}`;
    const asked = forgotten;
    const now = needs.clock().getTime();
    const known = remembered.get(key);
    if (known !== undefined && known.until > now) return known;
    const found = await ask(hostTenant, channel, objectId);
    if (remembered.size >= mostRemembered) remembered.clear();
    if (found === 'unknown') remembered.delete(key);
    // An answer from before somebody came or went may be old by now: it is good for this once.
    else if (asked === forgotten) remembered.set(key, { ...found, until: now + believedFor });
    return found;
  };

  const named = async (hostTenant: string, team: string, channel: string): Promise<ChannelName> => {
    const line = await needs.lineTo(hostTenant);
    if (line === undefined) return {};
    const { teams } = new TeamsConnectorClient(line.client.credentials, { baseUri: line.serviceUrl });
    const abortSignal = AbortSignal.timeout(longestWait);
    const [details, list] = await Promise.all([
      teams.fetchTeamDetails(team, { abortSignal }),
      teams.fetchChannelList(team, { abortSignal }),
    ]);
    return {
      team: teamShape.parse(details).name,
      channel: listShape.parse(list).conversations.find(({ id }) => id === channel)?.name ?? undefined,
    };
  };

  return {
    nameOf: async (hostTenant, team, channel) => {
      try {
        return team === undefined ? {} : await named(hostTenant, team, channel);
      } catch (thrown) {
        needs.log.warn({ message: fault.catch({}).parse(thrown).message }, 'Teams did not say what a channel is called');
        return {};
      }
    },
    tenantOf: async (hostTenant, channel, objectId) => {
      const found = await find(hostTenant, channel, objectId);
      if (found === 'unknown') return 'unknown';
      return found.tenant === undefined ? undefined : { tenant: found.tenant };
    },
    isInChannel: async (hostTenant, channel, person) => {
      const found = await find(hostTenant, channel, person.objectId);
      return found === 'unknown' ? 'unknown' : found.tenant === person.tenantId;
    },
    forget: (who) => {
      forgotten += 1;
      if (who === 'everybody') remembered.clear();
      else for (const key of remembered.keys()) if (who.some((objectId) => key.endsWith(` ${objectId}`))) remembered.delete(key);
    },
  };
};
