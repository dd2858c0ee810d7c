import type { RelationalItem } from '../instrument.ts';
import type { ItemSums } from '../sums.ts';
import { plus } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { itemOf } from './tally.ts';
import type { Tally } from './tally.ts';
import type { Agreement } from './results.ts';

const sampleVariance = ({ n, sum, squares }: ItemSums): Fraction => ({
  numerator: BigInt(n) * BigInt(squares) - BigInt(sum) * BigInt(sum),
  denominator: BigInt(n) * BigInt(n - 1),
});

/** method.md, P8. */
export const fewestForAgreement = 5;

/**
 * The word for r*wg(j) = 1 - mean of the sample variances of the items asked / 2 (method.md, scoring 6); the number itself
 * never leaves (P7). Each variance is over all who answered the item. Undefined: too few respondents, or an item that fewer
 * than two answered, which has no variance.
 */
export const agreementOf = (tally: Tally, k: number, relational: readonly RelationalItem[]): Agreement | undefined => {
  const sums = relational.map((item) => itemOf(tally, item));
  if (tally.indexes < Math.max(fewestForAgreement, k) || sums.some(({ n }) => n < 2)) return undefined;
  const variances = sums.map(sampleVariance).reduce(plus);
  // r*wg >= a is the same as: sum of the variances <= 2 (1 - a) for each item.
  const atMost = (tenths: number): boolean =>
    10n * variances.numerator <= BigInt(tenths * relational.length) * variances.denominator;
  if (atMost(6)) return 'agree';
  return atMost(10) ? 'partly' : 'split views';
};
