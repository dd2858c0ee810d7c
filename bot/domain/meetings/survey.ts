import type { Calendar } from '../calendar.ts';
import { dayStarts } from '../calendar.ts';
import type { Role } from '../collaboration.ts';
import { closingTime, workingDay } from '../plan.ts';
import type { InstrumentName } from '../questionnaire.ts';

/** A round that is opened for a meeting when its day comes. Its days are counted back from the meeting, so that they move with it. */
export type MeetingSurvey = {
  readonly instrument: InstrumentName;
  /** Approved questions of the partners' own, by their ids. */
  readonly questions: readonly number[];
  readonly audience: readonly Role[];
  readonly k: number;
  /** Days before the meeting. */
  readonly opensBefore: number;
  readonly closesBefore: number;
};

/** Opens two weeks before the meeting and closes three days before it, where nobody says otherwise. */
export const usualSurveyDays = { opensBefore: 14, closesBefore: 3 } as const;

/** Days before a meeting at which a survey may open at the earliest. */
export const earliestOpening = 60;

/** Why a survey is not opened when its day has come; each is a sentence in locales/ under `refused.<reason>`. */
export const surveyRefusals = [
  'opening day over',
  'asked already',
  'one is open',
  'closing date not ahead',
  'closing date too far',
  'fewer than two organisations',
  'k below 3',
  'k too low for so many',
  'too few invited',
  'too many questions',
  'no outcomes',
] as const;
export type SurveyRefusal = (typeof surveyRefusals)[number];

type Days = Pick<MeetingSurvey, 'opensBefore' | 'closesBefore'>;

/** Whether the survey would have a day to be answered on. */
export const daysInOrder = ({ opensBefore, closesBefore }: Days): boolean =>
  closesBefore >= 1 && closesBefore < opensBefore && opensBefore <= earliestOpening;

/** A day that is no working day is moved to the one before: nobody has less time to answer. At the start of the working day. */
export const openingOf = (calendar: Calendar, date: string, { opensBefore }: Pick<Days, 'opensBefore'>, zone: string): Date =>
  calendar.instantOf(workingDay(calendar, calendar.plusDays(date, -opensBefore), -1, zone), dayStarts, zone);

/** YYYY-MM-DD: a working day, as many days before the meeting or some more. */
export const closingDateOf = (calendar: Calendar, date: string, { closesBefore }: Days, zone: string): string =>
  workingDay(calendar, calendar.plusDays(date, -closesBefore), -1, zone);

export const closingOf = (calendar: Calendar, date: string, days: Days, zone: string): Date =>
  calendar.instantOf(closingDateOf(calendar, date, days, zone), closingTime, zone);

/** Two surveys that ask the same of the same people in the same way, on the same days before their meetings. */
export const sameSurvey = (one: MeetingSurvey | undefined, other: MeetingSurvey | undefined): boolean =>
  writtenOut(one) === writtenOut(other);
const writtenOut = (survey: MeetingSurvey | undefined): string => {
  if (survey === undefined) return '';
  const { instrument, questions, audience, k, opensBefore, closesBefore } = survey;
  return JSON.stringify([instrument, questions, audience, k, opensBefore, closesBefore]);
};
