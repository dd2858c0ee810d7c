import { relationalItems } from '../instrument.ts';
import type { ItemSums } from '../sums.ts';
import { itemOf } from './tally.ts';
import type { Tally } from './tally.ts';
import type { Agreement } from './results.ts';

type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

const plus = (one: Fraction, other: Fraction): Fraction => ({
  numerator: one.numerator * other.denominator + other.numerator * one.denominator,
  denominator: one.denominator * other.denominator,
});

const sampleVariance = ({ n, sum, squares }: ItemSums): Fraction => ({
  numerator: BigInt(n) * BigInt(squares) - BigInt(sum) * BigInt(sum),
  denominator: BigInt(n) * BigInt(n - 1),
});

/** method.md, P8. */
export const fewestForAgreement = 5;

/**
 * The word for r*wg(j) = 1 - mean of the seven sample variances / 2 (method.md, scoring 6); the number itself never leaves
 * (P7). Each variance is over all who answered the item. Undefined: too few respondents, or an item that fewer than two
 * answered, which has no variance.
 */
export const agreementOf = (tally: Tally, k: number): Agreement | undefined => {
  const sums = relationalItems.map((item) => itemOf(tally, item));
  if (tally.indexes < Math.max(fewestForAgreement, k) || sums.some(({ n }) => n < 2)) return undefined;
  const variances = sums.map(sampleVariance).reduce(plus);
  // r*wg >= a is the same as: sum of the seven variances <= 14 (1 - a).
  const atMost = (tenths: bigint): boolean => 10n * variances.numerator <= tenths * variances.denominator;
  if (atMost(42n)) return 'agree';
  return atMost(70n) ? 'partly' : 'split views';
};
