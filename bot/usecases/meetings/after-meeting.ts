import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import { toldAt } from '../../domain/meetings/after-meeting.ts';
import type { Unit } from '../../ports/unit.ts';
import { beginCheckOut } from '../check-outs/open-check-out.ts';
import { messageToChannel } from '../sending/message-to.ts';

type Ended = {
  readonly collaboration: CollaborationId;
  readonly meeting: number;
  readonly by: Person;
  readonly now: Date;
  readonly calendar: Calendar;
};

/**
 * What follows a meeting that was ended, in the transaction that ends it: its minutes in the home channel, its check-out, and on the next
 * working day "since you were last here". A check-out only on the day of the meeting: later nobody knows how they left it.
 * May it run twice? Yes: the minutes, each message to a person, and the check-out are claimed once for each meeting.
 */
export const afterMeeting = async (unit: Unit, { collaboration, meeting, by, now, calendar }: Ended): Promise<void> => {
  const held = await unit.meetings.find(meeting);
  if (held?.state !== 'held') return;
  const { zone } = await unit.collaboration();
  await messageToChannel(unit, collaboration, { key: `minutes ${meeting}`, kind: 'minutes', meeting }, now);
  await unit.enqueue({ name: 'tell since', collaboration, meeting }, { after: toldAt(calendar, held.ended ?? now, zone) });
  if (calendar.dateOf(now, zone) === held.date) await beginCheckOut(unit, { collaboration, meeting, by, now, calendar });
};
