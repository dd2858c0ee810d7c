import type { Calendar } from '../calendar.ts';
import { touchMoment, workingMoment } from '../calendar.ts';
import { isAsleep, isClosed, isOwner } from './action.ts';
import type { Action } from './action.ts';

/** When a nudge that is asked for leaves. `never`: the calendar knows no working day ahead. */
export type NudgeNow =
  | { readonly is: 'now' }
  | { readonly is: 'later'; readonly at: Date; readonly because: 'written to lately' | 'outside hours' }
  | { readonly is: 'never' };

/** To somebody in `zone`: hours, free days and the 48 hours hold for whoever asks, too. */
export const whenNudged = (
  calendar: Calendar,
  facts: { readonly now: Date; readonly lastTouch: Date | undefined; readonly zone: string },
): NudgeNow => {
  const { now, zone } = facts;
  const at = touchMoment(calendar, facts);
  if (at === undefined) return { is: 'never' };
  if (at <= now) return { is: 'now' };
  const hoursAlone = workingMoment(calendar, now, zone);
  return { is: 'later', at, because: hoursAlone?.getTime() === at.getTime() ? 'outside hours' : 'written to lately' };
};

/**
 * Whether a nudge asked for at `asked` is still to be said to this member: not once somebody has said something since, nor while it is
 * snoozed. `today`: in the collaboration's zone; `onRoster`: the members who answer for an organisation.
 */
export const isStillAsked = (
  action: Pick<Action, 'state' | 'owners' | 'snoozed' | 'heard'>,
  member: number,
  onRoster: ReadonlySet<number>,
  { asked, today }: { readonly asked: Date; readonly today: string },
): boolean =>
  !isClosed(action) && !isAsleep(action, today) && onRoster.has(member) && isOwner(action, member) && action.heard <= asked;
