import type { LocalItem } from '../instrument.ts';
import type { ItemSums } from '../sums.ts';
import { printed } from './fraction.ts';
import { lowestK } from './mode.ts';
import type { ItemValue } from './network-wide-results.ts';
import { responsesOf } from './response.ts';
import { hidden } from './results.ts';
import type { Response } from './results.ts';
import { giveAway } from './subtraction.ts';
import type { People } from './subtraction.ts';
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

/** What is published of a round about the network as a whole besides its own items. */
export type NetworkWide<Id extends string> = {
  readonly items: (asked: readonly Id[]) => Record<Id, ItemValue>;
  /** Local questions that were asked beside such items; nothing where none was. */
  readonly local: { local?: Record<LocalItem, ItemValue> };
  readonly response: { response?: Record<string, Response> };
};

const withoutCount = (item: ItemValue): ItemValue => ('hidden' in item ? item : { value: item.value, orLower: item.orLower });

/** `people`: absent where nobody's response is shown. RangeError: k below 3. */
export const networkWideOf = <Id extends string>(
  sums: SumsByItem<Id | LocalItem>,
  k: number,
  local: readonly LocalItem[],
  people?: People,
): NetworkWide<Id> => {
  const tells = people === undefined ? { byCount: false, byValue: false } : giveAway(people, k);
  const valueOfItem = (item: Id | LocalItem): ItemValue => {
    const found = itemValueOf(tells.byValue ? undefined : sums[item], k);
    return tells.byCount ? withoutCount(found) : found;
  };
  const values = <Asked extends Id | LocalItem>(asked: readonly Asked[]): Record<Asked, ItemValue> =>
    Object.fromEntries(asked.map((item) => [item, valueOfItem(item)])) as Record<Asked, ItemValue>;
  return {
    items: values,
    local: local.length === 0 ? {} : { local: values(local) },
    response: people === undefined ? {} : { response: responsesOf(people.organisations, { ...people, k }) },
  };
};
