import { isOwner, mayChange } from '../../domain/actions/action.ts';
import type { Action, ActionEvent, Standing } from '../../domain/actions/action.ts';
import { changeOf } from '../../domain/actions/changing.ts';
import type { ActionWish } from '../../domain/actions/changing.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import { isHere } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { nextOf, ownersOf, peopleOf, speaker, wakeForNudges } from './people.ts';
import type { Speaking } from './people.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** As the domain's, with owners as members, by their numbers. */
export type ChangeWish =
  Exclude<ActionWish, { readonly is: 'hand over' }> | { readonly is: 'hand over'; readonly owners: readonly number[] };

const wished = (wish: ChangeWish, members: readonly Member[], { organisations }: Collaboration): ActionWish => {
  if (wish.is === 'hand over') return { ...wish, owners: ownersOf(members, wish.owners) };
  if (wish.is === 'done' && wish.keptBy !== undefined && !organisations.some((one) => one.id === wish.keptBy && isHere(one)))
    throw new Refused('unknown organisation');
  return wish;
};

/** What says when its nudges come. Where none of it changes, what is due and not sent yet stays due. */
const timing: readonly (keyof Standing)[] = ['due', 'owners', 'snoozed'];

const lastOf = (history: readonly ActionEvent[], calendar: Calendar, zone: string) => {
  const last = history.at(-1);
  return last && { ...last, day: calendar.dateOf(last.at, zone) };
};

/**
 * An owner, or an integration manager, says what there is to say about an action; the log has what an integration manager said about
 * somebody else's. Nudges that wait are looked at again when their turn comes, and wait anew while it is snoozed.
 * `seen`: how many lines its history had when they looked, where they know; what somebody else said meanwhile is never overwritten unseen.
 * May it run twice? Yes: the same again changes nothing.
 */
export const changeAction =
  ({ store, clock, calendar }: Needs) =>
  (who: Speaking, id: number, wish: ChangeWish, seen?: number): Promise<Action> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      const member = await speaker(unit, who);
      const before = await unit.actions.findToChange(id);
      if (before === undefined) throw new Refused('no such action');
      if (!mayChange(before, member)) throw new Refused('action not yours');
      const collaboration = await unit.collaboration();
      const members = await unit.members.all();
      const { zone } = collaboration;
      const now = clock();
      const history = await unit.actions.history(id);
      const change = changeOf(calendar, before, wished(wish, members, collaboration), {
        ...{ by: member.id, now, today: calendar.dateOf(now, zone) },
        last: lastOf(history, calendar, zone),
      });
      if (change === undefined) return before;
      if (seen !== undefined && seen !== history.length) throw new Refused('changed meanwhile');
      if (typeof change === 'string') throw new Refused(change);
      const { after, event } = change;
      const isNew = after.closed !== undefined || timing.some((key) => key in event.is || key in event.was);
      const next = isNew ? nextOf(calendar, after, peopleOf(members, collaboration), now) : 'as it is';
      await unit.actions.change(after, event, next);
      if (event.what === 'snoozed') await unit.actions.release(id);
      await wakeForNudges(unit, who.collaboration);
      if (!isOwner(before, member.id))
        await unit.note("somebody else's action changed", who.person, { action: id, what: event.what }, now);
      return after;
    });
