import type { NewDelivery } from '../delivery.ts';
import { isClosed } from './action.ts';
import type { Action } from './action.ts';

/**
 * The home channel is told of an action that was agreed elsewhere so long after it, in milliseconds: what the same meeting agrees
 * meanwhile comes on the same card.
 */
const company = 120_000;

/** Actions on one card; the next one begins another. Texts have up to 400 characters, and a message 28 KB. */
export const mostTold = 6;

/** When a card that waits from `now` on for company leaves. */
export const tellingAt = (now: Date): Date => new Date(now.getTime() + company);

/** The card whose first action is this one. */
export const tellingDelivery = (action: number): NewDelivery => ({ key: `agreed ${action}`, kind: 'agreed' });

/** Nobody is told any more of what is done or dropped by then. */
export const stillTold = (actions: readonly Action[]): readonly Action[] => actions.filter((action) => !isClosed(action));
