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
export const plannedOpening = (calendar: Calendar, date: string, { opensBefore }: Days, zone: string): Date =>
  calendar.instantOf(workingDay(calendar, calendar.plusDays(date, -opensBefore), -1, zone), dayStarts, zone);

/**
 * When the clock opens it: as planned; where that is over, because the meeting came nearer, on the morning of the next working day, so that nothing is
 * sent in the moment somebody moves a meeting.
 */
export const openingOf = (calendar: Calendar, date: string, days: Days, now: Date, zone: string): Date => {
  const planned = plannedOpening(calendar, date, days, zone);
  if (planned > now) return planned;
  const tomorrow = calendar.plusDays(calendar.dateOf(now, zone), 1);
  return calendar.instantOf(workingDay(calendar, tomorrow, 1, zone), dayStarts, zone);
};

/** YYYY-MM-DD: a working day, as many days before the meeting or some more. */
export const closingDateOf = (calendar: Calendar, date: string, { closesBefore }: Days, zone: string): string =>
  workingDay(calendar, calendar.plusDays(date, -closesBefore), -1, zone);

export const closingOf = (calendar: Calendar, date: string, days: Days, zone: string): Date =>
  calendar.instantOf(closingDateOf(calendar, date, days, zone), closingTime, zone);
