/**
 * Of all ways to give each of these differences a plus or a minus: the share whose sum is at least as far from 0 as the sum of
 * the differences as they are (method.md, scoring 9). The differences are whole numbers on one scale, so every case is counted
 * exactly, none is sampled. Twice as many cases for each one more: 17 take a tenth of a second.
 */
export const signFlip = (differences: readonly bigint[]): number => {
  let cases = new Map<bigint, number>([[0n, 1]]);
  for (const difference of differences) {
    const next = new Map<bigint, number>();
    for (const [sum, times] of cases) {
      for (const to of [sum + difference, sum - difference]) next.set(to, (next.get(to) ?? 0) + times);
    }
    cases = next;
  }
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const observed = size(differences.reduce((sum, difference) => sum + difference, 0n));
  let asFar = 0;
  for (const [sum, times] of cases) if (size(sum) >= observed) asFar += times;
  return asFar / 2 ** differences.length;
};
