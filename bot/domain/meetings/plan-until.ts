import type { Calendar } from '../calendar.ts';
import { dayStarts } from '../calendar.ts';
import { reminders, workingDay } from '../plan.ts';

export const planSteps = [
  'survey opens',
  'reminder',
  'survey closes',
  'results ready',
  'updates asked',
  'brief',
  'meeting',
  'check-out',
  'minutes',
] as const;

export type PlanStep = {
  readonly is: (typeof planSteps)[number];
  /** YYYY-MM-DD in the collaboration's zone. */
  readonly day: string;
  /** Absent: after the meeting, when somebody ends it. */
  readonly at?: Date;
};

const updatesAskedBefore = 2;
const briefBefore = 1;
/** So long after a survey has closed its results are there to be told, in milliseconds. */
const resultsWithin = 900_000;

/** The day so many working days before this one, in `zone`. */
const workingDaysBefore = (calendar: Calendar, date: string, days: number, zone: string): string => {
  let day = date;
  for (let gone = 0; gone < days; gone += 1) day = workingDay(calendar, calendar.plusDays(day, -1), -1, zone);
  return day;
};

type When = { readonly date: string; readonly starts: string };

/** At the start of the working day before, or when the results are there, where the survey closes on that day: a brief tells them. */
const briefAt = (calendar: Calendar, { date, starts }: When, zone: string, closes: Date | undefined): Date => {
  const day = workingDaysBefore(calendar, date, briefBefore, zone);
  const morning = calendar.instantOf(day, dayStarts, zone);
  if (closes === undefined || calendar.dateOf(closes, zone) !== day) return morning;
  const told = new Date(Math.max(morning.getTime(), closes.getTime() + resultsWithin));
  return told < calendar.instantOf(date, starts, zone) ? told : morning;
};

/**
 * Everything the app does until a meeting and right after it, in its order, whether it is over or ahead. `survey`: the round that goes
 * with it, when it opens and closes; absent: none does. Owners are asked for updates two working days before and the chair's brief goes
 * out one working day before, at the start of the working day; the brief after the close of a survey of that day.
 */
export const planUntil = (
  calendar: Calendar,
  meeting: When,
  zone: string,
  survey?: { readonly opens: Date; readonly closes: Date },
): readonly PlanStep[] => {
  const { date } = meeting;
  const at = (is: PlanStep['is'], moment: Date): PlanStep => ({ is, day: calendar.dateOf(moment, zone), at: moment });
  const morning = (is: PlanStep['is'], day: string): PlanStep => ({ is, day, at: calendar.instantOf(day, dayStarts, zone) });
  const ofSurvey =
    survey === undefined
      ? []
      : [
          at('survey opens', survey.opens),
          ...reminders(calendar, survey.opens, survey.closes, zone).map((reminder) => at('reminder', reminder.at)),
          at('survey closes', survey.closes),
          at('results ready', survey.closes),
        ];
  const before = [
    ...ofSurvey,
    morning('updates asked', workingDaysBefore(calendar, date, updatesAskedBefore, zone)),
    at('brief', briefAt(calendar, meeting, zone, survey?.closes)),
    at('meeting', calendar.instantOf(date, meeting.starts, zone)),
  ];
  const moment = (step: PlanStep): number => step.at?.getTime() ?? Infinity;
  return [
    ...before.sort((one, other) => moment(one) - moment(other)),
    { is: 'check-out', day: date },
    { is: 'minutes', day: date },
  ];
};
