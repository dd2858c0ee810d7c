import type { LocalItem, OutcomeItem } from '../instrument.ts';
import { tenthsOf } from './fraction.ts';
import { wordFor } from './health-check.ts';
import { networkWideOf } from './item-value.ts';
import type { SumsByItem } from './item-value.ts';
import type { CheckBackResults, ItemValue, OutcomeValue } from './network-wide-results.ts';
import type { People } from './subtraction.ts';

const inWords = (found: ItemValue): OutcomeValue =>
  'hidden' in found ? found : { ...found, word: wordFor(10 * tenthsOf(found.value)) };

/**
 * How far each outcome is, as a closed round says: scored like the health check's statements, each with k answers of its own (method.md,
 * scoring 7). `asked`: the outcomes it asked about; `local`, `people`: as there. RangeError: k below 3.
 */
export const checkBackOf = (
  sums: SumsByItem<OutcomeItem | LocalItem>,
  k: number,
  asked: readonly OutcomeItem[],
  local: readonly LocalItem[] = [],
  people?: People,
): CheckBackResults => {
  const shown = networkWideOf<OutcomeItem>(sums, k, local, people);
  const items = shown.items(asked);
  return {
    mode: 'network',
    instrument: 'check-back',
    k,
    items: Object.fromEntries(asked.map((item) => [item, inWords(items[item])])),
    ...shown.local,
    ...shown.response,
  };
};
