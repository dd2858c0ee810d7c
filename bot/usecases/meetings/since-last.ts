import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { toldSince } from '../../domain/meetings/after-meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { lastMeetingOf } from '../../domain/meetings/meeting.ts';
import { isHere } from '../../domain/set-up.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { toBeSent } from '../actions/nudge-ready.ts';
import { isPlaced } from '../gate.ts';
import type { PlacedMember } from '../gate.ts';
import { messageTo } from '../sending/message-to.ts';
import { dropped } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';
import { minutesFacts } from './minutes.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** Whom to tell of this meeting, as it is known now who was there. */
const toTell = async (unit: Unit, meeting: Meeting): Promise<readonly PlacedMember[]> => {
  const { number, date, ended } = meeting;
  if (ended === undefined) return [];
  const { organisations } = await unit.collaboration();
  const here = organisations.filter(isHere).map(({ id }) => id);
  // What came of a meeting stays in the home channel, and with it who reads there.
  const people = (await unit.members.all())
    .filter(isPlaced)
    .filter(({ organisation, through }) => here.includes(organisation) && through === undefined);
  const previous = lastMeetingOf((await unit.meetings.all()).filter((one) => one.date < date))?.ended;
  const present = await unit.meetings.attendance(number);
  return toldSince(people, present && new Set(present.map(({ member }) => member)), { ended, previous });
};

/**
 * "Since you were last here": each of them privately, at their next moment. What is in it is looked up when it leaves.
 * May it run twice? Yes: one is claimed for each person and meeting.
 */
export const tellSince =
  ({ store, clock, calendar }: Needs) =>
  (id: CollaborationId, number: number): Promise<void> =>
    store.within(id, async (unit) => {
      await unit.oneAtATime();
      const meeting = await unit.meetings.find(number);
      if (meeting?.state !== 'held') return;
      const now = clock();
      const { zone: home } = await unit.collaboration();
      for (const { id: member, zone = home } of await toTell(unit, meeting)) {
        const wish = { key: `since ${number} ${member}`, kind: 'since last', meeting: number, member } as const;
        await messageTo(unit, id, wish, { now, zone }, calendar);
      }
    });

/** Not where there is nothing to tell, nor whom somebody has put among those present since. */
export const readySince = async (unit: Unit, delivery: Delivery, now: Date, calendar: Calendar): Promise<Ready> => {
  const meeting = delivery.meeting === undefined ? undefined : await unit.meetings.find(delivery.meeting);
  if (meeting?.state !== 'held') return dropped;
  const member = (await toTell(unit, meeting)).find(({ id }) => id === delivery.member);
  const facts = await minutesFacts(unit, meeting);
  const isEmpty = facts.decisions.length === 0 && facts.agreed.length === 0 && facts.next === undefined;
  if (member === undefined || isEmpty) return dropped;
  const { zone: home } = await unit.collaboration();
  const lastTouch = await unit.deliveries.lastTouch(member.id);
  return await toBeSent(unit, { member, zone: member.zone ?? home, lastTouch }, { kind: 'since last', facts }, now, calendar);
};
