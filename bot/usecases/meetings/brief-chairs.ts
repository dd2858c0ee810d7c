import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { beginningOf, briefed, briefKey, preparedAt } from '../../domain/meetings/before-meeting.ts';
import { nextMeetingOf } from '../../domain/meetings/meeting.ts';
import { restedSince } from '../../domain/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { toBeSent, waitingNudges } from '../actions/nudge-ready.ts';
import { isPlaced } from '../gate.ts';
import { dropped } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { stillAhead } from './ahead.ts';
import { askedOf } from './ask-for-updates.ts';
import { briefFacts } from './brief-facts.ts';
import { messageAhead } from './message-ahead.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/**
 * One working day before a meeting, to its chairs: what moved, what is stuck, what to talk about; and, where they own something, the line
 * they are asked for. What is in it is looked up when it leaves. May it run twice? Yes: one is claimed for each person, meeting and day.
 */
export const askBriefs =
  ({ store, clock, calendar }: Needs) =>
  (id: CollaborationId, number: number, day: string): Promise<void> =>
    store.within(id, async (unit) => {
      await unit.oneAtATime();
      const now = clock();
      const ahead = await stillAhead(unit, { number, day, what: 'brief' }, now, calendar);
      if (ahead === undefined) return;
      const { zone: home } = await unit.collaboration();
      const open = await unit.actions.open();
      const today = calendar.dateOf(now, home);
      for (const member of briefed(await unit.members.all())) {
        const asked = isPlaced(member) ? askedOf(open, member, now, today) : [];
        const key = briefKey(ahead.meeting, member.id);
        const wish = { kind: 'brief', key, member: member.id, zone: member.zone ?? home, asked } as const;
        await messageAhead(unit, ahead, wish, now, calendar);
      }
    });

/** Told as things stand now; where the meeting was moved or has begun, or somebody else leads it, only what came with it is said. */
export const readyBrief = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const waiting = await waitingNudges(unit, delivery, now, calendar);
  if (waiting === undefined) return dropped;
  const { member, facts: nudge } = waiting;
  const meeting = delivery.meeting === undefined ? undefined : await unit.meetings.find(delivery.meeting);
  const { zone } = await unit.collaboration();
  const isStill = meeting?.state === 'planned' && delivery.key === briefKey(meeting, member.id);
  const isReader = briefed(await unit.members.all()).some(({ id }) => id === member.id);
  const until = meeting && beginningOf(calendar, meeting, zone);
  if (!isStill || !isReader || until === undefined || until <= now)
    return nudge.actions.length === 0 ? dropped : await toBeSent(unit, waiting, { kind: 'nudge', facts: nudge }, now, calendar);
  const facts = { ...(await briefFacts(unit, meeting)), nudges: nudge.actions };
  const ready = await toBeSent(unit, { ...waiting, until }, { kind: 'brief', facts }, now, calendar);
  // Not before it begins: what came with it need not be lost with it.
  const isNever = ready.is === 'not now' && ready.outcome.state === 'dropped' && nudge.actions.length > 0;
  return isNever ? await toBeSent(unit, waiting, { kind: 'nudge', facts: nudge }, now, calendar) : ready;
};

/** Whether a digest to this member would keep their brief waiting: it comes within the 48 hours, and tells the same. */
export const isBriefedSoon = async (unit: Unit, member: number, now: Date, calendar: Calendar): Promise<boolean> => {
  const next = nextMeetingOf(await unit.meetings.all());
  if (next === undefined) return false;
  const { zone } = await unit.collaboration();
  const at = preparedAt(calendar, next, zone, 'brief');
  const isNear = restedSince(at) < now && now < beginningOf(calendar, next, zone);
  return isNear && briefed(await unit.members.all()).some(({ id }) => id === member);
};
