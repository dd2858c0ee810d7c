import type { Calendar } from '../calendar.ts';
import { isAsleep, isClosed } from './action.ts';
import type { Action, StuckCounts, StuckReason } from './action.ts';
import { nudgeDays } from './nudging.ts';

export type BoardGroup = 'stuck' | 'silent' | 'due' | 'later' | 'done';

/**
 * Where an action stands on the board. `due`: the day of its first nudge has come. `silent`: the day of the last nudge to its owners has
 * come, and nobody has said anything since the due date began. `later`: also while it is snoozed. `done`: also dropped. `zone`: the collaboration's.
 */
export const boardGroup = (calendar: Calendar, action: Action, now: Date, zone: string): BoardGroup => {
  if (isClosed(action)) return 'done';
  if (action.state === 'stuck') return 'stuck';
  const today = calendar.dateOf(now, zone);
  if (isAsleep(action, today)) return 'later';
  const days = nudgeDays(calendar, action.due, zone);
  const dayOf = (wanted: string): string => days.find(({ step }) => step === wanted)?.day ?? action.due;
  if (today >= dayOf('after') && calendar.dateOf(action.heard, zone) < action.due) return 'silent';
  return today >= dayOf('heads up') ? 'due' : 'later';
};

/** Why things are stuck, counted; what nobody gave as a reason is left out. */
export const stuckCounts = (actions: readonly Pick<Action, 'stuck'>[]): StuckCounts => {
  const counts: Partial<Record<StuckReason, number>> = {};
  for (const { stuck } of actions) if (stuck !== undefined) counts[stuck.because] = (counts[stuck.because] ?? 0) + 1;
  return counts;
};
