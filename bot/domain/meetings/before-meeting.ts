import type { Calendar } from '../calendar.ts';
import { planUntil } from './plan-until.ts';

type When = { readonly date: string; readonly starts: string };
type Number = { readonly number: number; readonly date: string };

/** When it begins, in the collaboration's zone: nothing that prepares it is sent from then on. */
export const beginningOf = (calendar: Calendar, { date, starts }: When, zone: string): Date =>
  calendar.instantOf(date, starts, zone);

export const preparations = ['updates asked', 'brief'] as const;
export type Preparation = (typeof preparations)[number];

type Survey = { readonly opens: Date; readonly closes: Date };

/** When the app does this for a meeting; `survey`: one that is open; see `planUntil`. */
export const preparedAt = (calendar: Calendar, meeting: When, zone: string, what: Preparation, survey?: Survey): Date =>
  planUntil(calendar, meeting, zone, survey).find(({ is }) => is === what)?.at ?? beginningOf(calendar, meeting, zone);

/** So long after a meeting was put on its day what would have been before now is done, in milliseconds: a slip of the hand can be taken back. */
const secondThoughts = 600_000;

/** When the clock comes for it: as planned, or soon where that is over. */
export const comesAt = (planned: Date, now: Date): Date => {
  const soon = new Date(now.getTime() + secondThoughts);
  return planned > soon ? planned : soon;
};

/** Whether owners are asked for a line before this meeting at `now`, as it stands now. */
export const isAsking = (calendar: Calendar, meeting: When, zone: string, now: Date): boolean =>
  preparedAt(calendar, meeting, zone, 'updates asked') <= now && now < beginningOf(calendar, meeting, zone);

/** Who is briefed: chairs, and integration managers where there is none. */
export const briefed = <Somebody extends { readonly chair: boolean; readonly integrationManager: boolean }>(
  members: readonly Somebody[],
): readonly Somebody[] => {
  const chairs = members.filter(({ chair }) => chair);
  return chairs.length > 0 ? chairs : members.filter(({ integrationManager }) => integrationManager);
};

/** One for each person, meeting and day: moved, it is another. */
export const briefKey = ({ number, date }: Number, member: number): string => `brief ${number} ${date} ${member}`;
export const updateRequestKey = ({ number, date }: Number, member: number): string =>
  `update request ${number} ${date} ${member}`;

/** An owner who said something so short a time ago, in milliseconds, is not asked again. */
const freshFor = 172_800_000;
export const isFresh = (heard: Date, now: Date): boolean => now.getTime() - heard.getTime() < freshFor;
