import type { Headcount } from './sums.ts';

export type Count = { readonly answered: number; readonly invited: number };
export type PublicCounts = {
  /** Absent: fewer than k are invited there (method.md, P11). */
  readonly organisations: Readonly<Record<string, Count>>;
  readonly total: Count;
  /** Small organisations are not in the total. */
  readonly leavesOut: boolean;
};

const plus = (one: Count, other: Count): Count => ({
  answered: one.answered + other.answered,
  invited: one.invited + other.invited,
});
const none: Count = { answered: 0, invited: 0 };

/**
 * The only thing shown of an open round (P5). The total leaves the small organisations out where it would give them away by
 * subtraction: when all the hidden ones together have fewer than k invited, as one alone always has.
 */
export const publicCounts = (invited: Headcount, answered: Headcount, k: number): PublicCounts => {
  const heads = (of: Headcount, id: string): number => (of[id]?.leader ?? 0) + (of[id]?.employee ?? 0);
  const counts = Object.keys(invited).map((id) => ({ id, answered: heads(answered, id), invited: heads(invited, id) }));
  const shown = counts.filter((count) => count.invited >= k);
  const hidden = counts.filter((count) => count.invited < k).reduce(plus, none);
  const shownTotal = shown.reduce(plus, none);
  return {
    organisations: Object.fromEntries(
      shown.map(({ id, ...count }) => [id, { answered: count.answered, invited: count.invited }]),
    ),
    total: hidden.invited >= k ? plus(shownTotal, hidden) : shownTotal,
    leavesOut: hidden.invited > 0 && hidden.invited < k,
  };
};
