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

/** The day so many working days before this one, in `zone`. */
const workingDaysBefore = (calendar: Calendar, date: string, days: number, zone: string): string => {
  let day = date;
  for (let gone = 0; gone < days; gone += 1) day = workingDay(calendar, calendar.plusDays(day, -1), -1, zone);
  return day;
};

/**
 * Everything the app does until a meeting and right after it, in its order, whether it is over or ahead. `survey`: the round that goes
 * with it, when it opens and closes; absent: none does. Owners are asked for updates two working days before and the chair's brief goes
 * out one working day before, at the start of the working day.
 */
export const planUntil = (
  calendar: Calendar,
  meeting: { readonly date: string; readonly starts: string },
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
    morning('brief', workingDaysBefore(calendar, date, briefBefore, zone)),
    at('meeting', calendar.instantOf(date, meeting.starts, zone)),
  ];
  const moment = (step: PlanStep): number => step.at?.getTime() ?? Infinity;
  return [
    ...before.sort((one, other) => moment(one) - moment(other)),
    { is: 'check-out', day: date },
    { is: 'minutes', day: date },
  ];
};
