import { practiceItems } from '../instrument.ts';
import type { LocalItem, PracticeItem } from '../instrument.ts';
import { itemValuesOf, localValuesOf } from './item-value.ts';
import type { SumsByItem } from './item-value.ts';
import type { PracticesResults } from './network-wide-results.ts';

/** The six practices of a closed round (method.md, scoring 7). `local`: the local questions that were asked. RangeError: k below 3. */
export const practicesOf = (
  sums: SumsByItem<PracticeItem | LocalItem>,
  k: number,
  local: readonly LocalItem[] = [],
): PracticesResults => ({
  mode: 'network',
  instrument: 'six practices',
  k,
  items: itemValuesOf(practiceItems, sums, k),
  ...localValuesOf(local, sums, k),
});
