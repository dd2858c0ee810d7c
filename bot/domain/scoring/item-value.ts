import type { ItemSums } from '../sums.ts';
import { printed } from './fraction.ts';
import { lowestK } from './mode.ts';
import { hidden } from './results.ts';
import type { ItemValue } from './network-wide-results.ts';
import { valueOf } from './value.ts';

/** Sums per item asked; an item nobody answered may be absent. */
export type SumsByItem<Id extends string> = Readonly<Partial<Record<Id, ItemSums>>>;

/** An item about the network as a whole: its mean with 1 decimal, from k answers on (method.md, scoring 7; P7). RangeError: k below 3. */
export const itemValueOf = (sums: ItemSums | undefined, k: number): ItemValue => {
  if (k < lowestK) throw new RangeError('k below 3 is never published.');
  if (sums === undefined || sums.n < k) return hidden;
  const { tenths, orLower } = valueOf(sums.sum, sums.n);
  return { n: sums.n, value: printed(tenths), orLower };
};

export const itemValuesOf = <Id extends string>(asked: readonly Id[], sums: SumsByItem<Id>, k: number): Record<Id, ItemValue> =>
  Object.fromEntries(asked.map((item) => [item, itemValueOf(sums[item], k)])) as Record<Id, ItemValue>;

/** Local questions that were asked beside such items; nothing where none was. */
export const localValuesOf = <Id extends string>(
  asked: readonly Id[],
  sums: SumsByItem<Id>,
  k: number,
): { local?: Record<Id, ItemValue> } => (asked.length === 0 ? {} : { local: itemValuesOf(asked, sums, k) });
