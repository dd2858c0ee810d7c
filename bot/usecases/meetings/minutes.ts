import type { Delivery } from '../../domain/delivery.ts';
import type { MinutesFacts } from '../../domain/message.ts';
import { nextMeetingOf } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { factsOfActions } from '../actions/nudge-ready.ts';
import type { Inside } from '../gate.ts';
import { dropped, homeOf } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';

/** What came of a meeting that was held, as it stands now: nothing of a survey, and nobody who was or was not there. */
export const minutesFacts = async (unit: Unit, meeting: Meeting): Promise<MinutesFacts> => {
  const collaboration = await unit.collaboration();
  const next = nextMeetingOf((await unit.meetings.all()).filter(({ date }) => date > meeting.date));
  const actions = await unit.actions.agreedAt(meeting.number);
  const { language, homeChannel: channel, purpose } = collaboration;
  return {
    ...{ language, channel, purpose, meeting: meeting.number, date: meeting.date },
    decisions: (await unit.meetings.decisions(meeting.number)).map(({ text }) => text),
    agreed: factsOfActions(collaboration, await unit.members.all())(actions),
    ...(next === undefined ? {} : { next: { date: next.date, starts: next.starts } }),
  };
};

/** The home channel's card. */
export const readyMinutes = async (unit: Unit, delivery: Delivery): Promise<Ready> => {
  const meeting = delivery.meeting === undefined ? undefined : await unit.meetings.find(delivery.meeting);
  if (meeting?.state !== 'held') return dropped;
  const facts = await minutesFacts(unit, meeting);
  return { is: 'ready', address: homeOf(await unit.collaboration()), message: { kind: 'minutes', facts } };
};

export type Minutes = { readonly facts: MinutesFacts; readonly zone: string; readonly ended: Date | undefined };

/** For everybody in the channel. Changes nothing. */
export const readMinutes =
  ({ store }: { readonly store: Store }) =>
  (who: Inside, number: number): Promise<Minutes> =>
    store.within(who.collaboration, async (unit) => {
      const meeting = await unit.meetings.find(number);
      if (meeting === undefined || meeting.state === 'called off') throw new Refused('no such meeting');
      if (meeting.state !== 'held') throw new Refused('meeting not yet');
      const { zone } = await unit.collaboration();
      return { facts: await minutesFacts(unit, meeting), zone, ended: meeting.ended };
    });
