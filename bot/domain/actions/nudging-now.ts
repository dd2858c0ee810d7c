import { isAsleep, isClosed, isOwner } from './action.ts';
import type { Action } from './action.ts';

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
