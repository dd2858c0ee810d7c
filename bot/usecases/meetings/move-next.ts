import { nextMeetingOf, usualStart } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';

/** The next meeting is on this day from here on; where none is planned, one is. Who asks has the collaboration to themselves. */
export const moveNextMeeting = async (unit: Unit, date: string): Promise<void> => {
  const next = nextMeetingOf(await unit.meetings.all());
  const moved =
    next === undefined
      ? await unit.meetings.plan({ date, starts: usualStart, byRhythm: false })
      : await unit.meetings.move(next.number, { date, starts: next.starts });
  if (moved === 'day taken') throw new Refused('meeting day taken');
};
