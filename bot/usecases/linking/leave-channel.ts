import type { CollaborationId, Member } from '../../domain/collaboration.ts';
import type { LinkedChannel } from '../../domain/set-up.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import { leaveActions } from '../actions/leave-actions.ts';
import { channelOf } from '../which-channel.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly clock: Clock };

/** Who took part through this channel, and the channels there are; nobody where it is linked (again). */
const leftBehind = async (unit: Unit, channel: string) => {
  const channels = await unit.setUp.channels();
  if (channels.some((one) => one.channel === channel)) return { channels, members: [] };
  return { channels, members: (await unit.members.all()).filter(({ through }) => through === channel) };
};

/** They answer for nobody from here on; open actions of theirs stay with their organisation. What they have answered stays counted. */
const leave = async (unit: Unit, { id, organisation, role }: Member, now: Date): Promise<void> => {
  await unit.members.place(id, undefined);
  await unit.members.setThrough(id, undefined);
  await leaveActions(unit, id, now);
  const was = { organisation: organisation ?? null, role: role ?? null };
  await unit.note('left with their channel', undefined, { member: id, was }, now);
};

/**
 * After a link has ended: who is in the home channel too, or in another linked one, takes part through that from here on; everybody else
 * leaves the roster. Where Teams does not say, it is asked again later, and nobody is written to until then. May it run twice? Yes: who has
 * moved or left is not found again.
 */
export const leaveChannel =
  ({ store, directory, clock }: Needs) =>
  async (collaboration: CollaborationId, channel: string): Promise<void> => {
    const { channels, members } = await store.within(collaboration, (unit) => leftBehind(unit, channel));
    const found = new Map<number, LinkedChannel | undefined>();
    for (const member of members) {
      const elsewhere = await channelOf(directory, channels, member);
      if (elsewhere === 'unknown') throw new Error('Teams does not say who is still in a channel of the collaboration');
      found.set(member.id, elsewhere);
    }
    await store.within(collaboration, async (unit) => {
      await unit.oneAtATime();
      const now = clock();
      for (const member of (await leftBehind(unit, channel)).members) {
        if (!found.has(member.id)) continue;
        const elsewhere = found.get(member.id);
        if (elsewhere === undefined) await leave(unit, member, now);
        else await unit.members.setThrough(member.id, elsewhere.home ? undefined : elsewhere.channel);
      }
    });
  };
