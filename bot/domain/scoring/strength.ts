import { tenthsOf } from './fraction.ts';
import { firstHighest } from './first-highest.ts';
import { itemMeansOf } from './item-means.ts';
import type { ItemMean } from './item-means.ts';
import { orderedPairs, pairsOf } from './network.ts';
import type { MatrixResults } from './results.ts';
import { strongTenths } from './value.ts';

/** What works here that others could borrow: the facts for one sentence. */
export type Strength =
  | { kind: 'mutual strength'; one: string; other: string; strength: number }
  | { kind: 'strong side'; from: string; to: string; index: number }
  | ({ kind: 'item' } & ItemMean);

/**
 * The mutual strength pair with the highest strength; where there is none, the highest published index of 4.0 or more; where
 * there is none either, the item with the highest network mean, whatever that is, because something always works best. Equals:
 * the first in the order of the organisations, or items. `besides`: an item that is a focus area already is no strength.
 */
export const strengthOf = (
  results: MatrixResults,
  organisations: readonly string[],
  besides: string | undefined,
): Strength | null => {
  const pairs = pairsOf(organisations).flatMap(([one, other]): Extract<Strength, { kind: 'mutual strength' }>[] => {
    const pair = results.pairs[`${one}-${other}`];
    return pair?.status === 'mutual strength' ? [{ kind: 'mutual strength', one, other, strength: pair.strength }] : [];
  });
  const sides = orderedPairs(organisations).flatMap(([from, to]): Extract<Strength, { kind: 'strong side' }>[] => {
    const cell = results.cells[`${from}>${to}`];
    const strong = cell !== undefined && 'index' in cell && tenthsOf(cell.index) >= strongTenths;
    return strong ? [{ kind: 'strong side', from, to, index: cell.index }] : [];
  });
  const items = itemMeansOf(results)
    .filter(({ item }) => item !== besides)
    .map((item): Extract<Strength, { kind: 'item' }> => ({ kind: 'item', ...item }));
  return (
    firstHighest(pairs, ({ strength }) => strength) ??
    firstHighest(sides, ({ index }) => index) ??
    firstHighest(items, ({ mean }) => mean) ??
    null
  );
};
