import type { MeetingSurvey } from './survey.ts';

/** 1 is Monday, 7 Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** On which days a collaboration meets. `weekly`: counted in weeks from the week of `from`. */
export type RhythmRule =
  | { readonly each: 'week'; readonly every: number; readonly weekday: Weekday }
  /** `nth`: the first, second ... of the month; -1: the last. */
  | { readonly each: 'month'; readonly every: number; readonly weekday: Weekday; readonly nth: 1 | 2 | 3 | 4 | 5 | -1 };

export type Rhythm = {
  readonly rule: RhythmRule;
  /** YYYY-MM-DD: no meeting before this day. */
  readonly from: string;
  /** HH:MM in the collaboration's zone. */
  readonly starts: string;
  /** Goes with each meeting that is not too soon after another survey; absent: none goes with its meetings by itself. */
  readonly survey?: MeetingSurvey;
};

/** Adapters know recurrence rules (RFC 5545). In order, from `from` until `until` with both, at most so many; also days nobody works on. */
export type Recurrence = (rule: RhythmRule, from: string, until: string, most: number) => readonly string[];

/** How far ahead meetings are planned, in days, and how many of them at most. */
export const plannedAhead = { days: 400, meetings: 26 } as const;

/** Longer pauses than these are mistyped. */
export const longestRhythm = { week: 52, month: 12 } as const;

type Days = {
  readonly isWorkingDay: (date: string, zone: string) => boolean;
  readonly plusDays: (date: string, days: number) => string;
};

const ahead = (recurrence: Recurrence, days: Days, { rule, from }: Rhythm, today: string): readonly string[] =>
  recurrence(rule, from, days.plusDays(from > today ? from : today, plannedAhead.days), 1_000).filter((date) => date > today);

/** The days a rhythm gives from `today` on, without weekends and public holidays: a meeting that falls on one is left out. Empty: it never occurs. */
export const daysOf = (recurrence: Recurrence, days: Days, rhythm: Rhythm, today: string, zone: string): readonly string[] =>
  ahead(recurrence, days, rhythm, today)
    .filter((date) => days.isWorkingDay(date, zone))
    .slice(0, plannedAhead.meetings);

/** The days it would have given if nobody had a day off, up to its last day. */
export const leftOut = (recurrence: Recurrence, days: Days, rhythm: Rhythm, today: string, zone: string): readonly string[] => {
  const last = daysOf(recurrence, days, rhythm, today, zone).at(-1) ?? '';
  return ahead(recurrence, days, rhythm, today).filter((date) => date <= last && !days.isWorkingDay(date, zone));
};
