import type { Language } from '../domain/collaboration.ts';
import type { TeamsActivity } from '../contracts/activity.ts';
import { Refused } from '../errors.ts';
import type { Directory } from '../ports/teams.ts';
import type { Caller } from '../usecases/gate.ts';

/** The person's Teams speaks one of our languages, or another one (undefined). */
export const languageOf = (locale: string | undefined): Language | undefined => {
  const start = locale?.toLowerCase().split(/[-,;]/)[0] ?? '';
  if (['nb', 'nn', 'no'].includes(start)) return 'nb';
  return start === 'en' ? 'en' : undefined;
};

/** The channel an activity came from, without its thread; undefined in a 1:1 chat. */
export const channelOf = ({ conversation, channelData }: TeamsActivity): string | undefined =>
  conversation.conversationType === 'channel' ? (channelData?.channel?.id ?? conversation.id.split(';')[0]) : undefined;

/**
 * Who sent a signed activity. A 1:1 chat is of its person's tenant; a channel is of its host's, whoever writes there, so Teams is
 * asked whose the person is.
 */
export const callerOf = async (activity: TeamsActivity, directory: Directory, tenants: ReadonlySet<string>): Promise<Caller> => {
  const { aadObjectId: objectId, id: teamsUserId, name = '' } = activity.from;
  const hostTenant = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  const channel = channelOf(activity);
  const personal = activity.conversation.conversationType === 'personal';
  if (objectId === undefined || hostTenant === undefined || (channel === undefined && !personal))
    throw new Refused('only in a channel');
  const own = channel === undefined ? { tenant: hostTenant } : await directory.tenantOf(hostTenant, channel, objectId);
  if (own === 'unknown') throw new Refused('Teams does not answer');
  if (own === undefined || !tenants.has(own.tenant)) throw new Refused('not a member');
  const tenantId = own.tenant;
  return {
    person: { tenantId, objectId },
    name,
    teamsUserId,
    channel,
    tenantId: hostTenant,
    language: languageOf(activity.locale),
    zone: activity.localTimezone,
  };
};
