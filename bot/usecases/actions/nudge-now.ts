import { isAsleep, isClosed } from '../../domain/actions/action.ts';
import type { Action, Owner } from '../../domain/actions/action.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import { turnOf } from '../../domain/delivery.ts';
import type { SendFailure, Turn } from '../../domain/delivery.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside, PlacedMember } from '../gate.ts';
import { integrationManagerOnly, isPlaced, refuseClosed } from '../gate.ts';
import { remindersAreOut } from '../sending/reminders-out.ts';
import { messageFor } from './message-for.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/**
 * When a nudge that is asked for leaves. `never`: the calendar knows no working day ahead. `not told`: whether it waits for the 48 hours
 * would tell who got a reminder of a survey.
 */
export type NudgedWhen = Turn | 'never' | 'not told';

/** What becomes of it for one owner. `member` undefined: nobody there whom the app could write to. */
export type NudgedOwner =
  | { readonly owner: Owner; readonly member: undefined }
  | {
      readonly owner: Owner;
      readonly member: Member;
      readonly when: NudgedWhen;
      /** Why the last message to them did not arrive; this one is tried all the same. */
      readonly lastFailure: SendFailure | undefined;
    };

export type NudgedNow = { readonly collaboration: Collaboration; readonly owners: readonly NudgedOwner[] };

const toOwner = async (
  unit: Unit,
  { id: collaboration, zone }: Collaboration,
  { id, due }: Action,
  { member, owner }: { readonly member: PlacedMember; readonly owner: Owner },
  now: Date,
  calendar: Calendar,
): Promise<Extract<NudgedOwner, { member: Member }>> => {
  const touch = { now, lastTouch: await unit.deliveries.lastTouch(member.id), zone: member.zone ?? zone };
  const turn = turnOf(calendar, touch);
  const key = `nudge ${member.id} ${id} now ${now.toISOString()}`;
  const message = await messageFor(unit, collaboration, { member: member.id, key, turn }, now);
  const waits = message === undefined ? [] : await unit.actions.ofDelivery(message);
  if (message !== undefined && !waits.some(({ action, step }) => action === id && step === 'now'))
    await unit.actions.claim(member.id, [{ action: id, due, step: 'now', asked: now }], message);
  return { owner, member, when: turn ?? 'never', lastFailure: await unit.deliveries.lastFailure(member.id) };
};

/**
 * An integration manager asks the owners of an open action how it goes: privately, and when hours, free days and the 48 hours allow. A
 * snooze is respected. The log has who asked. May it run twice? Yes: what waits for an owner has it once.
 */
export const nudgeNow =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, id: number): Promise<NudgedNow> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await integrationManagerOnly(unit, who.person);
      const action = await unit.actions.findToChange(id);
      if (action === undefined) throw new Refused('no such action');
      if (isClosed(action)) throw new Refused('action closed');
      const collaboration = await unit.collaboration();
      refuseClosed(collaboration);
      const now = clock();
      if (isAsleep(action, calendar.dateOf(now, collaboration.zone))) throw new Refused('action snoozed');
      if ((await unit.sending.stopped()) !== undefined) throw new Refused('messages stopped');
      const members = await unit.members.all();
      const isSecret = await remindersAreOut(unit, now, calendar);
      const owners: NudgedOwner[] = [];
      // In the order of members, as everybody does who touches more than one.
      for (const owner of [...action.owners].sort((one, other) => (one.member ?? 0) - (other.member ?? 0))) {
        const member = members.find((one) => one.id === owner.member);
        const nudged = isPlaced(member) && (await toOwner(unit, collaboration, action, { member, owner }, now, calendar));
        if (nudged === false) owners.push({ owner, member: undefined });
        else owners.push(isSecret ? { ...nudged, when: 'not told' } : nudged);
      }
      await unit.note('nudged now', who.person, { action: id }, now);
      return { collaboration, owners };
    });
