import { isAsleep } from './actions/action.ts';
import type { Action, StuckCounts } from './actions/action.ts';
import { boardGroup, stuckCounts } from './actions/board.ts';
import type { BoardGroup } from './actions/board.ts';
import type { Calendar } from './calendar.ts';
import { dayStarts } from './calendar.ts';

/** What an integration manager is told on Monday about what was agreed. */
export type Digest = {
  readonly stuck: readonly Action[];
  /** Why things are stuck, counted. */
  readonly because: StuckCounts;
  /** Nobody has said a word since the last nudge. */
  readonly silent: readonly Action[];
  /** From Monday to Sunday of this week, or before. */
  readonly due: readonly Action[];
  /** Done in the week before. */
  readonly done: readonly Action[];
};

const daysOfWeek = 7;

/** The Monday of the week of this date. */
export const mondayOf = (calendar: Calendar, date: string): string =>
  calendar.plusDays(date, -((new Date(date).getUTCDay() + daysOfWeek - 1) % daysOfWeek));

/** When the next week begins, in `zone`. */
export const nextMonday = (calendar: Calendar, now: Date, zone: string): Date =>
  calendar.instantOf(calendar.plusDays(mondayOf(calendar, calendar.dateOf(now, zone)), daysOfWeek), '00:00', zone);

/** `zone`: the collaboration's. */
export const digestOf = (
  calendar: Calendar,
  { open, closed }: { readonly open: readonly Action[]; readonly closed: readonly Action[] },
  now: Date,
  zone: string,
): Digest => {
  const today = calendar.dateOf(now, zone);
  const monday = mondayOf(calendar, today);
  const [lastMonday, nextOne] = [calendar.plusDays(monday, -daysOfWeek), calendar.plusDays(monday, daysOfWeek)] as const;
  const grouped = open.map((action) => ({ action, group: boardGroup(calendar, action, now, zone) }));
  const inGroup = (wanted: BoardGroup) => grouped.flatMap(({ action, group }) => (group === wanted ? [action] : []));
  const stuck = inGroup('stuck');
  return {
    stuck,
    because: stuckCounts(stuck),
    silent: inGroup('silent'),
    due: grouped.flatMap(({ action, group }) =>
      (group === 'due' || group === 'later') && !isAsleep(action, today) && action.due < nextOne ? [action] : [],
    ),
    done: closed.filter(({ state, closed: at }) => {
      if (state !== 'done' || at === undefined) return false;
      const date = calendar.dateOf(at, zone);
      return date >= lastMonday && date < monday;
    }),
  };
};

/** Something the app will do by itself. */
export type NextThing = { readonly is: 'nudges' | 'reminder' | 'close' | 'digest'; readonly at: Date };

const mostNext = 3;

/** The next three, in the order of time. `reminders` and `closes`: of the open round. `nudges`: when something is next due. */
export const nextThings = (
  calendar: Calendar,
  facts: {
    readonly now: Date;
    readonly zone: string;
    readonly nudges: Date | undefined;
    readonly reminders: readonly Date[];
    readonly closes: Date | undefined;
  },
): readonly NextThing[] => {
  const { now, zone, nudges, reminders, closes } = facts;
  const week = calendar.dateOf(nextMonday(calendar, now, zone), zone);
  const all: readonly NextThing[] = [
    ...(nudges === undefined ? [] : [{ is: 'nudges' as const, at: nudges }]),
    ...reminders.map((at) => ({ is: 'reminder' as const, at })),
    ...(closes === undefined ? [] : [{ is: 'close' as const, at: closes }]),
    { is: 'digest', at: calendar.instantOf(week, dayStarts, zone) },
  ];
  return all
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .slice(0, mostNext);
};
