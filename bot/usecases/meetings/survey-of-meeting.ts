import type { Calendar } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { MeetingSurvey } from '../../domain/meetings/survey.ts';
import { openingOf, sameSurvey } from '../../domain/meetings/survey.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { meetingFor } from './meeting-at.ts';
import { refuseSurvey } from './proposed-survey.ts';
import { refuseOpening, tellManagers } from './tell-not-opened.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/**
 * The clock comes when the survey of this meeting opens, as it is planned now: a later version asks for itself. Where that day is over it
 * does not open late, when people would have fewer days than they were to have: the meeting says so. False: so it is.
 */
export const waitForOpening = async (unit: Unit, meeting: Meeting, now: Date, calendar: Calendar): Promise<boolean> => {
  const { number, version, date, survey, round, surveyRefused, state } = meeting;
  if (survey === undefined || round !== undefined || surveyRefused !== undefined || state !== 'planned') return true;
  const { id: collaboration, zone } = await unit.collaboration();
  const after = openingOf(calendar, date, survey, zone);
  if (after <= now) {
    await refuseOpening(unit, meeting, 'opening day over', now);
    return false;
  }
  await unit.enqueue({ name: 'open survey', collaboration, meeting: number, version }, { after });
  return true;
};

/** The same for a meeting that was moved; where its survey will not open now, integration managers are told, who were promised one. */
export const moveOpening = async (unit: Unit, moved: Meeting, now: Date, calendar: Calendar): Promise<void> => {
  if (!(await waitForOpening(unit, moved, now, calendar))) await tellManagers(unit, moved, now, calendar);
};

/**
 * Whether a survey goes with a meeting, and which. Whether it can be launched is asked when its day comes: the roster may change until
 * then. May it run twice? Yes: what is as wished is left as it is.
 */
export const setSurvey =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, number: number, version: number, survey: MeetingSurvey | undefined): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      const meeting = await meetingFor(unit, who.person, number);
      if (sameSurvey(meeting.survey, survey) && meeting.surveyRefused === undefined) return;
      if (meeting.version !== version) throw new Refused('changed meanwhile');
      if (meeting.state !== 'planned') throw new Refused('meeting not planned');
      if (meeting.round !== undefined) throw new Refused('survey opened already');
      const now = clock();
      if (survey !== undefined) refuseSurvey(meeting.date, survey, { now, zone: (await unit.collaboration()).zone, calendar });
      await unit.meetings.setSurvey(number, survey);
      const changed = await unit.meetings.find(number);
      if (changed !== undefined) await waitForOpening(unit, changed, now, calendar);
      const facts = { meeting: number, was: meeting.survey ?? null, is: survey ?? null };
      await unit.note('survey of meeting changed', who.person, facts, now);
    });
