import type { Item } from '../instrument.ts';
import { printed } from './fraction.ts';
import { hidden } from './results.ts';
import type { ExpectationGap } from './results.ts';
import { itemOf } from './tally.ts';
import type { Tally } from './tally.ts';
import { clearGapTenths, valueOf } from './value.ts';

const flagOf = (gap: number): Extract<ExpectationGap, { flag: string }>['flag'] => {
  if (gap >= clearGapTenths) return 'expects clearly more';
  return gap <= -clearGapTenths ? 'room to ask for more' : 'aligned';
};

/** E1 and E2 need k of their own (method.md, P2), in a cell that is not hidden: of a hidden cell nothing is shown (P1). */
const publishedItem = (tally: Tally, item: Item, k: number): number | undefined => {
  const { n, sum } = itemOf(tally, item);
  return tally.indexes >= k && n >= k ? valueOf(sum, n).tenths : undefined;
};

/** What one organisation needs from the other (E1 there) less what the other can give (E2 back); method.md, scoring 6. */
export const expectationGapOf = (there: Tally, back: Tally, k: number): ExpectationGap => {
  const need = publishedItem(there, 'E1', k);
  const canGive = publishedItem(back, 'E2', k);
  if (need === undefined || canGive === undefined) return hidden;
  const gap = need - canGive;
  return { need: printed(need), canGive: printed(canGive), gap: printed(gap), flag: flagOf(gap) };
};
