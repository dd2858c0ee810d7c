import type { Member, Person } from '../domain/collaboration.ts';
import type { LinkedChannel } from '../domain/set-up.ts';
import type { Directory } from '../ports/teams.ts';

/**
 * In which of these channels a person is now, asked of Teams: the home channel before all others. `unknown`: Teams does not answer for one,
 * and they are in none of the rest.
 */
export const channelOf = async (
  directory: Directory,
  channels: readonly LinkedChannel[],
  person: Person,
): Promise<LinkedChannel | 'unknown' | undefined> => {
  let unknown = false;
  for (const channel of channels) {
    const isIn = await directory.isInChannel(channel.tenantId, channel.channel, person);
    if (isIn === true) return channel;
    unknown ||= isIn === 'unknown';
  }
  return unknown ? 'unknown' : undefined;
};

/** The channel a member takes part through; undefined: it is not linked any more, and nothing of the collaboration is for them. */
export const channelFor = ({ through }: Pick<Member, 'through'>, channels: readonly LinkedChannel[]): LinkedChannel | undefined =>
  channels.find(({ channel, home }) => (through === undefined ? home : !home && channel === through));
