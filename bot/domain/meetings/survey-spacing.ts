import type { Calendar } from '../calendar.ts';
import type { MeetingSurvey } from './survey.ts';
import { closingOf, earliestOpening, openingOf } from './survey.ts';

/**
 * Days between the closing of one survey and of the next, where nobody says otherwise: the statements ask about the last three months, so two that
 * are nearer ask about the same time. Two weeks less than three months, for closing days that give way to holidays, and months of 12 weeks.
 */
export const fewestDaysBetween = 77;

/** Why no survey is proposed for a meeting. */
export type NotProposed = 'too soon' | 'opening day over';

const dayInMs = 86_400_000;

/** Why none is proposed; undefined: this one is. `others`: when the surveys there were, and are planned, closed or close. */
export const notProposed = (
  calendar: Calendar,
  date: string,
  survey: MeetingSurvey,
  { others, now, zone }: { readonly others: readonly Date[]; readonly now: Date; readonly zone: string },
): NotProposed | undefined => {
  const closes = closingOf(calendar, date, survey, zone);
  const near = (other: Date): boolean => Math.abs(closes.getTime() - other.getTime()) < fewestDaysBetween * dayInMs;
  if (others.some(near)) return 'too soon';
  return openingOf(calendar, date, survey, zone) <= now ? 'opening day over' : undefined;
};

/** Days of the collaboration's zone, YYYY-MM-DD. `before`: of the meeting before; absent: there was none. */
type Between = { readonly date: string; readonly before?: string | undefined };

/**
 * The last of the rounds that ask, or asked, for the meeting on `date`: one that closes by then, and after the meeting before, whose results it was
 * too late for; not more days ago than any survey opens before its meeting. Who has answered it is not asked again.
 */
export const roundAskedFor = <Round extends { readonly closes: Date }>(
  calendar: Calendar,
  { date, before }: Between,
  rounds: readonly Round[],
  zone: string,
): Round | undefined => {
  const earliest = calendar.plusDays(date, -earliestOpening);
  return rounds.findLast(({ closes }) => {
    const day = calendar.dateOf(closes, zone);
    return day <= date && day >= earliest && (before === undefined || day > before);
  });
};
