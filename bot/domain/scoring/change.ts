import type { PairedSums } from '../sums.ts';
import { halfUp, printed } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { pairedPeople, statisticsOf } from './paired-statistics.ts';
import type { Change } from './results.ts';

/** method.md, scoring 9. */
const fewestPaired = 8;
/** method.md, P10: with so many people rounding hides a single one of them. */
const enoughToHideOne = 20;

/** How many answered in either round. */
export type Answered = { readonly before: number; readonly now: number };

/** Whether nobody can be worked out from who answered in one of the rounds only (method.md, P10). */
const hidesEverybody = ({ before, now }: Answered, paired: number, k: number): boolean => {
  const hides = (alone: number): boolean => alone === 0 || alone >= k;
  if (paired < Math.max(k, fewestPaired) || paired > Math.min(before, now)) return false;
  return (hides(before - paired) && hides(now - paired)) || Math.min(before, now) + paired >= enoughToHideOne;
};

/** In millionths: what floating point computes a hair beside its place is put on it before anything is read from it. */
const millionths = (value: number): number => Math.sign(value) * Math.round(Math.abs(value) * 1e6);

const labelOf = ({ numerator, denominator }: Fraction, low: number, high: number): Change['label'] => {
  const size = numerator < 0n ? -numerator : numerator;
  const atLeast = (tenths: bigint): boolean => 10n * size >= tenths * denominator;
  const better = numerator > 0n;
  const leavesOutZero = low > 0 || high < 0;
  if (leavesOutZero && atLeast(2n)) return better ? 'clear improvement' : 'clear decline';
  if (!leavesOutZero && atLeast(3n)) return better ? 'possible improvement' : 'possible decline';
  return 'no clear change';
};

/**
 * What may be said where the numbers would give somebody away, or are of too few. How many were compared is said from k on.
 * `paired`: undefined where answers are gone, because how many are left would tell how many erased theirs.
 */
export const tooFew = (paired: PairedSums | undefined, k: number, cells?: Change['cells']): Change => {
  const nPaired = paired === undefined ? 0 : pairedPeople(paired);
  return { ...(nPaired >= k && { nPaired }), label: 'too few to tell', ...(cells && { cells }) };
};

/**
 * The mean change of the people who answered in both rounds, its interval and its label (method.md, scoring 9). The label comes
 * from the exact mean and from the interval's ends in millionths, not from what is printed. The exact sign-flip p
 * (paired-statistics.ts) is a check beside it and has no say: where it and the interval disagree, the interval decides.
 * `k`: the larger of the two rounds', because people of both are behind the number. `all`: everybody who answered, where one
 * round asked a role that the other did not; what is published of that round covers them too, so P10 must hold for them as well
 * as for the roles in both; and for those who stand behind the cells that are compared: with u1 counted over others, the one who left a cell
 * could be worked out from its two values and the change. Nothing is returned but what may be seen.
 */
export const changeOf = (paired: PairedSums, k: number, cells?: Change['cells'], all: Answered = paired): Change => {
  const nPaired = pairedPeople(paired);
  const ofCells = cells && { cells };
  const allowed = [paired, paired.compared, all].every((answered) => hidesEverybody(answered, nPaired, k));
  if (!allowed) return tooFew(paired, k, cells);
  const { mean, interval } = statisticsOf(paired);
  const [low, high] = [millionths(interval[0]), millionths(interval[1])];
  const shown = (end: number): number => printed(halfUp(BigInt(end), 100_000n));
  return {
    nPaired,
    mean: printed(halfUp(10n * mean.numerator, mean.denominator)),
    interval: [shown(low), shown(high)],
    label: labelOf(mean, low, high),
    ...ofCells,
  };
};
