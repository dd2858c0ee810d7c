import { dueNudges } from '../../domain/actions/nudging.ts';
import type { Nudge, WaitingNudge } from '../../domain/actions/nudging.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { turnOf } from '../../domain/delivery.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { messageFor } from './message-for.ts';
import { nextOf, nudgedPeople, peopleOf, wakeForNudges } from './people.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** Actions of one transaction; more that are due come with the next, at once. */
const mostAtOnce = 100;

type DueNudge = WaitingNudge & Pick<Nudge, 'day'>;

/**
 * What is new for one person goes into the message that waits for them, or into a new one at their next moment that hours, holidays and
 * the 48 hours' rule allow.
 */
const queueFor = async (
  unit: Unit,
  collaboration: CollaborationId,
  { member, zone, due }: { readonly member: number; readonly zone: string; readonly due: readonly DueNudge[] },
  now: Date,
  calendar: Calendar,
): Promise<void> => {
  if (due.length === 0) return;
  const lastTouch = await unit.deliveries.lastTouch(member);
  const unclaimed = await unit.actions.unclaimed(member, due);
  const fresh = due.filter((nudge) => unclaimed.includes(nudge));
  const [first] = fresh;
  if (first === undefined) return;
  const key = `nudge ${member} ${first.action} ${first.due} ${first.step} ${first.day}`;
  const turn = turnOf(calendar, { now, lastTouch, zone });
  const message = await messageFor(unit, collaboration, { member, key, turn }, now);
  if (message !== undefined) await unit.actions.claim(member, fresh, message);
};

/** For each person as one message. The clock is asked to come again when something is next due. */
const claimDue = async (unit: Unit, id: CollaborationId, now: Date, calendar: Calendar): Promise<void> => {
  await unit.oneAtATime();
  const due = await unit.actions.due(now, mostAtOnce);
  if (due.length > 0) {
    const people = peopleOf(await unit.members.all(), await unit.collaboration());
    const forMember = new Map<number, DueNudge[]>();
    for (const action of due) {
      for (const { member, nudges } of nudgedPeople(calendar, action, people)) {
        const own = dueNudges(nudges, now).map(({ step, day }) => ({ action: action.id, due: action.due, step, day }));
        forMember.set(member, [...(forMember.get(member) ?? []), ...own]);
      }
      await unit.actions.setNext(action.id, nextOf(calendar, action, people, now));
    }
    // In the order of members, as everybody does who touches more than one.
    for (const { id: member, zone } of people.all)
      await queueFor(unit, id, { member, zone, due: forMember.get(member) ?? [] }, now, calendar);
  }
  await wakeForNudges(unit, id);
};

/**
 * A message that waited leaves at the same hour at which others become due: they are claimed before it leaves, so that they come with it
 * and not 48 hours later.
 */
export const claimBeforeSending = async (unit: Unit, id: CollaborationId, now: Date, calendar: Calendar): Promise<void> => {
  const next = await unit.actions.nextDue();
  if (next !== undefined && next <= now) await claimDue(unit, id, now, calendar);
};

/**
 * Claims what is due in one collaboration. It reads what is due and not what exists. May it run twice, also at once? Yes: one at a time,
 * and each step of a due date is claimed once for each person.
 */
export const sendDueNudges =
  ({ store, clock, calendar }: Needs) =>
  (id: CollaborationId): Promise<void> =>
    store.within(id, (unit) => claimDue(unit, id, clock(), calendar));
