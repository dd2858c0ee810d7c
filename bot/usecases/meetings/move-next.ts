import type { Calendar } from '../../domain/calendar.ts';
import type { Person } from '../../domain/collaboration.ts';
import { nextMeetingOf, usualStart } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import { waitForMeeting } from './ahead.ts';
import { endIn } from './end-meeting.ts';
import type { MeetingWish } from './plan-meetings.ts';
import { surveyForNew } from './proposed-survey.ts';
import { moveOpening, waitForOpening } from './survey-of-meeting.ts';

/**
 * The next meeting is on this day from here on, and its survey moves along; where none is planned, one is, with the survey that is
 * proposed. One of which somebody has said
 * who was there has been held: it stays on its day, and another is planned. Who asks has the collaboration to themselves.
 */
export const moveNextMeeting = async (unit: Unit, by: Person, date: string, now: Date, calendar: Calendar): Promise<void> => {
  const next = nextMeetingOf(await unit.meetings.all());
  const wasHeld = next !== undefined && (await unit.meetings.attendance(next.number)) !== undefined;
  if (wasHeld) {
    const { id: collaboration } = await unit.collaboration();
    await endIn(unit, { collaboration, meeting: next, by, now, calendar });
  }
  const isNew = next === undefined || wasHeld;
  const meeting = isNew
    ? await planned(unit, { date, starts: next?.starts ?? usualStart }, now, calendar)
    : await unit.meetings.move(next.number, { date, starts: next.starts });
  if (meeting === 'day taken') throw new Refused('meeting day taken');
  await (isNew ? waitForOpening : moveOpening)(unit, meeting, now, calendar);
  await waitForMeeting(unit, meeting, now, calendar);
};

const planned = async (
  unit: Unit,
  { date, starts }: MeetingWish,
  now: Date,
  calendar: Calendar,
): Promise<Meeting | 'day taken'> => {
  const { survey } = await surveyForNew(unit, date, undefined, { now, calendar });
  return await unit.meetings.plan({ date, starts, byRhythm: false, ...(survey === undefined ? {} : { survey }) });
};
