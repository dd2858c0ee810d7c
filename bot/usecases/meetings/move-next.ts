import type { Calendar } from '../../domain/calendar.ts';
import type { Person } from '../../domain/collaboration.ts';
import { nextMeetingOf, usualStart } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import { waitForMeeting } from './ahead.ts';
import { endIn } from './end-meeting.ts';
import { waitForOpening } from './survey-of-meeting.ts';

/**
 * The next meeting is on this day from here on, and its survey moves along; where none is planned, one is. One of which somebody has said
 * who was there has been held: it stays on its day, and another is planned. Who asks has the collaboration to themselves.
 */
export const moveNextMeeting = async (unit: Unit, by: Person, date: string, now: Date, calendar: Calendar): Promise<void> => {
  const next = nextMeetingOf(await unit.meetings.all());
  const wasHeld = next !== undefined && (await unit.meetings.attendance(next.number)) !== undefined;
  if (wasHeld) {
    const { id: collaboration } = await unit.collaboration();
    await endIn(unit, { collaboration, meeting: next, by, now, calendar });
  }
  const moved =
    next === undefined || wasHeld
      ? await unit.meetings.plan({ date, starts: next?.starts ?? usualStart, byRhythm: false })
      : await unit.meetings.move(next.number, { date, starts: next.starts });
  if (moved === 'day taken') throw new Refused('meeting day taken');
  await waitForOpening(unit, moved, now, calendar);
  await waitForMeeting(unit, moved, now, calendar);
};
