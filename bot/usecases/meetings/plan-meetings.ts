import type { Calendar } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { dayRefusal, meetingLimits } from '../../domain/meetings/meeting.ts';
import type { MeetingSurvey } from '../../domain/meetings/survey.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { chairOrManager } from '../gate.ts';
import { waitForMeeting } from './ahead.ts';
import { endIn } from './end-meeting.ts';
import { meetingFor } from './meeting-at.ts';
import { surveyForNew } from './proposed-survey.ts';
import { moveOpening, waitForOpening } from './survey-of-meeting.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** `date`: YYYY-MM-DD, `starts`: HH:MM, both in the collaboration's zone. */
export type MeetingWish = Pick<Meeting, 'date' | 'starts'>;
/** `survey`: null for none; undefined: as it is proposed. */
export type NewMeetingWish = MeetingWish & { readonly survey?: MeetingSurvey | null | undefined };

export const refuseDay = async (unit: Unit, date: string, now: Date, calendar: Calendar): Promise<void> => {
  const today = calendar.dateOf(now, (await unit.collaboration()).zone);
  const refusal = dayRefusal(date, today, calendar.plusDays(today, meetingLimits.daysAhead));
  if (refusal !== undefined) throw new Refused(refusal);
};

/** May it run twice? Yes: a meeting that is planned like that already stays as it is. */
export const planMeeting =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, { date, starts, survey: wish }: NewMeetingWish): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await chairOrManager(unit, who.person);
      const now = clock();
      await refuseDay(unit, date, now, calendar);
      const planned = (await unit.meetings.all()).filter(({ state }) => state === 'planned');
      if (planned.some((one) => one.date === date && one.starts === starts)) return;
      if (planned.length >= meetingLimits.planned) throw new Refused('too many meetings');
      const { survey } = await surveyForNew(unit, date, wish, { now, calendar });
      const along = survey === undefined ? {} : { survey };
      const meeting = await unit.meetings.plan({ date, starts, byRhythm: false, ...along });
      if (meeting === 'day taken') throw new Refused('meeting day taken');
      await waitForOpening(unit, meeting, now, calendar);
      await waitForMeeting(unit, meeting, now, calendar);
      await unit.note('meeting planned', who.person, { meeting: meeting.number, date, starts, ...along }, now);
    });

/** Each from the version of the meeting that somebody saw. May each run twice? Yes: what is as wished is left as it is. */
export const changeMeeting = ({ store, clock, calendar }: Needs) => {
  const change = (who: Inside, number: number, deed: (unit: Unit, meeting: Meeting, now: Date) => Promise<void>): Promise<void> =>
    store.within(who.collaboration, async (unit) => deed(unit, await meetingFor(unit, who.person, number), clock()));

  /** Not what somebody else has changed unseen, and not what is over. */
  const refuseOther = (meeting: Meeting, version: number): void => {
    if (meeting.version !== version) throw new Refused('changed meanwhile');
    if (meeting.state !== 'planned') throw new Refused('meeting not planned');
  };

  return {
    /** What is tied to it moves along: its survey opens and closes as many days before. */
    move: (who: Inside, number: number, version: number, { date, starts }: MeetingWish): Promise<void> =>
      change(who, number, async (unit, meeting, now) => {
        if (meeting.date === date && meeting.starts === starts) return;
        refuseOther(meeting, version);
        await refuseDay(unit, date, now, calendar);
        // People were there: it was held on that day.
        if ((await unit.meetings.attendance(number)) !== undefined) throw new Refused('meeting not planned');
        const moved = await unit.meetings.move(number, { date, starts });
        if (moved === 'day taken') throw new Refused('meeting day taken');
        await moveOpening(unit, moved, now, calendar);
        await waitForMeeting(unit, moved, now, calendar);
        const was = { date: meeting.date, starts: meeting.starts };
        await unit.note('meeting moved', who.person, { meeting: number, was, is: { date, starts } }, now);
      }),

    /** Everything that is tied to it stays where it is, but for what was written silently: nobody can read it there any more. */
    callOff: (who: Inside, number: number, version: number): Promise<void> =>
      change(who, number, async (unit, meeting, now) => {
        if (meeting.state === 'called off') return;
        refuseOther(meeting, version);
        await unit.meetings.callOff(number);
        await unit.silent.forget({ meeting: number });
        await unit.note('meeting called off', who.person, { meeting: number, date: meeting.date }, now);
      }),

    /** It has been held, where nobody ended it while it was. */
    held: (who: Inside, number: number, version: number): Promise<void> =>
      change(who, number, async (unit, meeting, now) => {
        if (meeting.state === 'held') return;
        refuseOther(meeting, version);
        await endIn(unit, { collaboration: who.collaboration, meeting, by: who.person, now, calendar });
      }),
  };
};
