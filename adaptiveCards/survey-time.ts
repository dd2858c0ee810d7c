import type { Role } from '../bot/domain/collaboration.ts';
import { itemsFor } from '../bot/domain/instrument.ts';

/** Reading and tapping one item on a phone; an assumption until it is measured with leaders. */
const secondsPerItem = 7;

/** Whole minutes for one page per partner, at least 1. */
export const minutesFor = (partners: number, audience: readonly Role[]): number => {
  const role = audience.includes('leader') ? 'leader' : 'employee';
  return Math.max(1, Math.round((partners * itemsFor(role).length * secondsPerItem) / 60));
};
