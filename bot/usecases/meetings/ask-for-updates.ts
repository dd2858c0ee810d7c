import { isAsleep, isOwner } from '../../domain/actions/action.ts';
import type { Action } from '../../domain/actions/action.ts';
import type { WaitingNudge } from '../../domain/actions/nudging.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId, Member } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { beginningOf, briefed, isFresh, updateRequestKey } from '../../domain/meetings/before-meeting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { toBeSent, waitingNudges } from '../actions/nudge-ready.ts';
import { isPlaced } from '../gate.ts';
import { dropped } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { stillAhead } from './ahead.ts';
import { messageAhead } from './message-ahead.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** What this person is asked about before a meeting: what they own, is open and awake, and nobody has just said something about. */
export const askedOf = (open: readonly Action[], { id }: Pick<Member, 'id'>, now: Date, today: string): readonly WaitingNudge[] =>
  open
    .filter((action) => isOwner(action, id) && !isAsleep(action, today) && !isFresh(action.heard, now))
    .map(({ id: action, due }) => ({ action, due, step: 'before meeting', asked: now }));

/**
 * Two working days before a meeting: each owner of open actions is asked for one line, in one message with the nudges that wait for them.
 * Who gets the brief is asked there. May it run twice? Yes: one is claimed for each person, meeting and day.
 */
export const askForUpdates =
  ({ store, clock, calendar }: Needs) =>
  (id: CollaborationId, number: number, day: string): Promise<void> =>
    store.within(id, async (unit) => {
      await unit.oneAtATime();
      const now = clock();
      const ahead = await stillAhead(unit, { number, day, what: 'updates asked' }, now, calendar);
      if (ahead === undefined) return;
      const { zone: home } = await unit.collaboration();
      const open = await unit.actions.open();
      const members = await unit.members.all();
      const readers = briefed(members);
      // In the order of members, as everybody does who touches more than one.
      for (const member of members.filter(isPlaced)) {
        const asked = askedOf(open, member, now, calendar.dateOf(now, home));
        if (asked.length === 0 || readers.some((one) => one.id === member.id)) continue;
        const key = updateRequestKey(ahead.meeting, member.id);
        const wish = { kind: 'update request', key, member: member.id, zone: member.zone ?? home, asked } as const;
        await messageAhead(unit, ahead, wish, now, calendar);
      }
    });

/** As things stand now; nudges that came with it are said also where the meeting was moved or has begun. */
export const readyUpdateRequest = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const waiting = await waitingNudges(unit, delivery, now, calendar);
  if (waiting === undefined || waiting.facts.actions.length === 0) return dropped;
  const meeting = delivery.meeting === undefined ? undefined : await unit.meetings.find(delivery.meeting);
  const isAsked = waiting.facts.actions.some(({ step }) => step === 'before meeting');
  if (!isAsked || meeting?.state !== 'planned')
    return await toBeSent(unit, waiting, { kind: 'nudge', facts: waiting.facts }, now, calendar);
  const { zone } = await unit.collaboration();
  const facts = { ...waiting.facts, date: meeting.date };
  const others = waiting.facts.actions.some(({ step }) => step !== 'before meeting');
  const until = others ? {} : { until: beginningOf(calendar, meeting, zone) };
  return await toBeSent(unit, { ...waiting, ...until }, { kind: 'update request', facts }, now, calendar);
};
