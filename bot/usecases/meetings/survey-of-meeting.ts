import type { Calendar } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { MeetingSurvey } from '../../domain/meetings/survey.ts';
import { daysInOrder, openingOf, plannedOpening, closingOf } from '../../domain/meetings/survey.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { meetingFor } from './meeting-at.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** The clock comes when the survey of this meeting opens, as it is planned now: a later version asks for itself. */
export const waitForOpening = async (unit: Unit, meeting: Meeting, now: Date, calendar: Calendar): Promise<void> => {
  const { number, version, date, survey, round, state } = meeting;
  if (survey === undefined || round !== undefined || state !== 'planned') return;
  const { id: collaboration, zone } = await unit.collaboration();
  const after = openingOf(calendar, date, survey, now, zone);
  await unit.enqueue({ name: 'open survey', collaboration, meeting: number, version }, { after });
};

const refuseSurvey = ({ date }: Meeting, survey: MeetingSurvey, now: Date, zone: string, calendar: Calendar): void => {
  const opens = plannedOpening(calendar, date, survey, zone);
  if (!daysInOrder(survey) || closingOf(calendar, date, survey, zone) <= opens) throw new Refused('survey days not in order');
  if (survey.k < 3) throw new Refused('k below 3');
  if (opens <= now) throw new Refused('survey opening not ahead');
};

const writtenOut = (survey: MeetingSurvey | undefined): string => {
  if (survey === undefined) return '';
  const { instrument, questions, audience, k, opensBefore, closesBefore } = survey;
  return JSON.stringify([instrument, questions, audience, k, opensBefore, closesBefore]);
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
      if (writtenOut(meeting.survey) === writtenOut(survey) && meeting.surveyRefused === undefined) return;
      if (meeting.version !== version) throw new Refused('changed meanwhile');
      if (meeting.state !== 'planned') throw new Refused('meeting not planned');
      if (meeting.round !== undefined) throw new Refused('survey opened already');
      const now = clock();
      if (survey !== undefined) refuseSurvey(meeting, survey, now, (await unit.collaboration()).zone, calendar);
      await unit.meetings.setSurvey(number, survey);
      const changed = await unit.meetings.find(number);
      if (changed !== undefined) await waitForOpening(unit, changed, now, calendar);
      const facts = { meeting: number, was: meeting.survey ?? null, is: survey ?? null };
      await unit.note('survey of meeting changed', who.person, facts, now);
    });
