import { indexScale } from '../sums.ts';
import type { PairedSums } from '../sums.ts';
import { inFloatingPoint } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { signFlip } from './sign-flip.ts';
import { quantile975 } from './student-t.ts';

/** Of the engine alone: nothing here is published as it is (method.md, P7). */
export type PairedStatistics = {
  /** D: the mean of what each person's mean over targets changed by, exactly. */
  readonly mean: Fraction;
  /** Sample standard deviation of the same. */
  readonly deviation: number;
  /** D - and + t(.975, n - 1) * deviation / sqrt(n), in floating point. */
  readonly interval: readonly [number, number];
};

const commonDivisor = (one: bigint, other: bigint): bigint => (other === 0n ? one : commonDivisor(other, one % other));

export const pairedPeople = ({ movements }: PairedSums): number => movements.reduce((sum, { people }) => sum + people, 0);

type Scaled = { readonly scale: bigint; readonly moved: readonly { readonly people: number; readonly by: bigint }[] };

/** Everybody's mean over their targets, as a whole number of 1 / scale. */
const scaled = ({ movements }: PairedSums): Scaled => {
  const multiple = movements
    .map(({ targets }) => BigInt(targets))
    .reduce((least, targets) => (least * targets) / commonDivisor(least, targets), 1n);
  const moved = movements.map(({ people, targets, sum }) => ({ people, by: (BigInt(sum) * multiple) / BigInt(targets) }));
  return { scale: BigInt(indexScale) * multiple, moved };
};

/** Of fewer than two people there is no deviation: a RangeError. */
export const statisticsOf = (paired: PairedSums): PairedStatistics => {
  const people = pairedPeople(paired);
  if (people < 2) throw new RangeError('A deviation needs two people.');
  const { scale, moved } = scaled(paired);
  const n = BigInt(people);
  const sum = moved.reduce((total, { people: alike, by }) => total + BigInt(alike) * by, 0n);
  const squares = moved.reduce((total, { people: alike, by }) => total + BigInt(alike) * by * by, 0n);
  const mean = { numerator: sum, denominator: n * scale };
  const variance = { numerator: n * squares - sum * sum, denominator: n * (n - 1n) * scale * scale };
  const deviation = Math.sqrt(inFloatingPoint(variance));
  const reach = (quantile975(people - 1) * deviation) / Math.sqrt(people);
  const middle = inFloatingPoint(mean);
  return { mean, deviation, interval: [middle - reach, middle + reach] };
};

/** More people than this make more cases than are worth counting. */
const mostForSignFlip = 17;

/**
 * The exact sign-flip p (method.md, scoring 9): the check on the interval, which takes for granted that differences are spread
 * as chance would. For whoever checks a result; no label depends on it. Undefined: more than 17 people.
 */
export const signFlipOf = (paired: PairedSums): number | undefined =>
  pairedPeople(paired) > mostForSignFlip
    ? undefined
    : signFlip(scaled(paired).moved.flatMap(({ people, by }) => Array.from({ length: people }, () => by)));
