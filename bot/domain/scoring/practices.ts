import { practiceItems } from '../instrument.ts';
import type { LocalItem, PracticeItem } from '../instrument.ts';
import { networkWideOf } from './item-value.ts';
import type { SumsByItem } from './item-value.ts';
import type { PracticesResults } from './network-wide-results.ts';
import type { People } from './subtraction.ts';

/** The six practices of a closed round (method.md, scoring 7). `local`: the local questions that were asked. `people`: whose response is shown beside it. RangeError: k below 3. */
export const practicesOf = (
  sums: SumsByItem<PracticeItem | LocalItem>,
  k: number,
  local: readonly LocalItem[] = [],
  people?: People,
): PracticesResults => {
  const shown = networkWideOf<PracticeItem>(sums, k, local, people);
  return {
    mode: 'network',
    instrument: 'six practices',
    k,
    items: shown.items(practiceItems),
    ...shown.local,
    ...shown.response,
  };
};
