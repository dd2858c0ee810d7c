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

const callerIn = (activity: TeamsActivity, tenantId: string, hostTenant: string, channel: string | undefined): Caller => ({
  person: { tenantId, objectId: activity.from.aadObjectId ?? '' },
  name: activity.from.name ?? '',
  teamsUserId: activity.from.id,
  channel,
  tenantId: hostTenant,
  language: languageOf(activity.locale),
  zone: activity.localTimezone,
});

const hostOf = ({ conversation, channelData }: TeamsActivity): string | undefined =>
  conversation.tenantId ?? channelData?.tenant?.id;

/**
 * Who sent a signed activity. A 1:1 chat is of its person's tenant; a channel is of its host's, whoever writes there, so Teams is
 * asked whose the person is.
 */
export const callerOf = async (activity: TeamsActivity, directory: Directory, tenants: ReadonlySet<string>): Promise<Caller> => {
  const objectId = activity.from.aadObjectId;
  const hostTenant = hostOf(activity);
  const channel = channelOf(activity);
  const personal = activity.conversation.conversationType === 'personal';
  if (objectId === undefined || hostTenant === undefined || (channel === undefined && !personal))
    throw new Refused('only in a channel');
  const own = channel === undefined ? { tenant: hostTenant } : await directory.tenantOf(hostTenant, channel, objectId);
  if (own === 'unknown') throw new Refused('Teams does not answer');
  if (own === undefined || !tenants.has(own.tenant)) throw new Refused('not a member');
  return callerIn(activity, own.tenant, hostTenant, channel);
};

/**
 * The same of a message extension, which people use everywhere: also in chats and channels where the app is not. There nobody can be
 * asked whose the person is, and they are taken for one of the conversation's tenant: what they may see is asked of the home channel of
 * each collaboration, whose roster knows better. `isHere`: the app is in the channel.
 */
export const callerAnywhere = async (
  activity: TeamsActivity,
  directory: Directory,
  tenants: ReadonlySet<string>,
): Promise<{ readonly caller: Caller; readonly isHere: boolean }> => {
  const objectId = activity.from.aadObjectId;
  const hostTenant = hostOf(activity);
  const channel = channelOf(activity);
  if (objectId === undefined || hostTenant === undefined) throw new Refused('not a member');
  const found = channel === undefined ? undefined : await directory.tenantOf(hostTenant, channel, objectId);
  if (found === 'unknown') throw new Refused('Teams does not answer');
  const tenant = found?.tenant ?? hostTenant;
  if (!tenants.has(tenant)) throw new Refused('not a member');
  return {
    caller: callerIn(activity, tenant, hostTenant, found === undefined ? undefined : channel),
    isHere: found !== undefined,
  };
};
