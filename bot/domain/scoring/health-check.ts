import { healthCheckItems } from '../instrument.ts';
import type { HealthCheckItem, LocalItem } from '../instrument.ts';
import { halfUp, tenthsOf } from './fraction.ts';
import { networkWideOf } from './item-value.ts';
import type { SumsByItem } from './item-value.ts';
import { hidden } from './results.ts';
import type { Dimension, DimensionValue, HealthCheckResults, ItemValue } from './network-wide-results.ts';
import type { People } from './subtraction.ts';

/** Which items make which dimension (method.md, section 1), in the order they are shown. */
export const dimensionItems: Readonly<Record<Dimension, readonly HealthCheckItem[]>> = {
  goals: ['HC1', 'HC2'],
  ties: ['HC3', 'HC4'],
  steering: ['HC5', 'HC6', 'HC7', 'HC8'],
  rules: ['HC9', 'HC10'],
  power: ['HC11'],
};
export const dimensions = Object.keys(dimensionItems) as readonly Dimension[];

/** From hundredths, after rounding: 1.666 is printed as 1.67 and so "developing". */
export const wordFor = (hundredths: number): Exclude<DimensionValue, { hidden: string }>['word'] => {
  if (hundredths < 167) return 'latent';
  return hundredths < 234 ? 'developing' : 'active';
};

/** The mean of the printed values of its published indicators, 2 decimals. */
const dimensionOf = (indicators: readonly ItemValue[]): DimensionValue => {
  const published = indicators.flatMap((indicator) => ('value' in indicator ? [tenthsOf(indicator.value)] : []));
  if (published.length === 0) return hidden;
  const tenths = published.reduce((sum, value) => sum + value, 0);
  const hundredths = halfUp(10n * BigInt(tenths), BigInt(published.length));
  return { value: hundredths / 100, word: wordFor(hundredths) };
};

/** The health check of a closed round (method.md, scoring 7). `local`: the local questions that were asked. `people`: whose response is shown beside it. RangeError: k below 3. */
export const healthCheckOf = (
  sums: SumsByItem<HealthCheckItem | LocalItem>,
  k: number,
  local: readonly LocalItem[] = [],
  people?: People,
): HealthCheckResults => {
  const shown = networkWideOf<HealthCheckItem>(sums, k, local, people);
  const items = shown.items(healthCheckItems);
  return {
    mode: 'network',
    instrument: 'health check',
    k,
    items,
    dimensions: Object.fromEntries(
      dimensions.map((dimension) => [dimension, dimensionOf(dimensionItems[dimension].map((item) => items[item]))]),
    ) as Record<Dimension, DimensionValue>,
    ...shown.local,
    ...shown.response,
  };
};
