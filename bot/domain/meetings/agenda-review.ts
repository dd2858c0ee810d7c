import { isAsleep, isClosed } from '../actions/action.ts';
import type { Action } from '../actions/action.ts';
import { boardGroup } from '../actions/board.ts';
import { cycleOf } from '../actions/cycle.ts';
import type { Cycle } from '../actions/cycle.ts';
import type { Calendar } from '../calendar.ts';

/** What a meeting looks back on, each action once. */
export type Review = {
  readonly stuck: readonly Action[];
  /** Its date is past, and nobody has said that it is stuck. */
  readonly late: readonly Action[];
  /** Due soon, or by the next meeting. */
  readonly due: readonly Action[];
  /** Since the last meeting ended. */
  readonly done: readonly Action[];
  /** Open, and of none of these. */
  readonly later: number;
  readonly cycle: Cycle<number>;
};

type Facts = {
  readonly now: Date;
  /** The collaboration's. */
  readonly zone: string;
  /** Of the meeting that looks back, and of the one after it where there is one. */
  readonly date: string;
  readonly next?: string | undefined;
  /** When the last meeting ended; undefined: there was none. */
  readonly since?: Date | undefined;
};

/** `actions`: what was agreed before this meeting; those that were closed before `since` are of an earlier cycle (method.md, rule 10). */
export const reviewOf = (calendar: Calendar, actions: readonly Action[], { now, zone, date, next, since }: Facts): Review => {
  const today = calendar.dateOf(now, zone);
  const own = actions.filter(({ closed }) => closed === undefined || since === undefined || closed > since);
  const open = own.filter((action) => !isClosed(action));
  const stuck = open.filter(({ state }) => state === 'stuck');
  const moving = open.filter((action) => action.state !== 'stuck' && !isAsleep(action, today));
  const late = moving.filter(({ due }) => due < today);
  const isDue = (action: Action): boolean =>
    boardGroup(calendar, action, now, zone) === 'due' || (next !== undefined && action.due <= next);
  const due = moving.filter((action) => action.due >= today && isDue(action));
  const inCycle = own.map((action) => ({
    ...{ id: action.id, due: action.due, dropped: action.state === 'dropped' },
    ...(action.closed === undefined ? {} : { closed: calendar.dateOf(action.closed, zone) }),
  }));
  return {
    ...{ stuck, late, due },
    done: own.filter(({ state }) => state === 'done'),
    later: open.length - stuck.length - late.length - due.length,
    cycle: cycleOf(inCycle, date),
  };
};
