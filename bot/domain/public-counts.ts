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
 * Those that are shown and those that are hidden, added up. `leavesOut`: a total of all would give the hidden ones away by subtraction,
 * because all of them together have fewer than k invited, as one alone always has.
 */
export const totalsOf = (counts: readonly Count[], k: number) => {
  const shown = counts.filter(({ invited }) => invited >= k).reduce(plus, none);
  const hidden = counts.filter(({ invited }) => invited < k).reduce(plus, none);
  return { shown, hidden, leavesOut: hidden.invited > 0 && hidden.invited < k };
};

/** The only thing shown of an open round (P5). The total leaves the small organisations out where it would give them away. */
export const publicCounts = (invited: Headcount, answered: Headcount, k: number): PublicCounts => {
  const heads = (of: Headcount, id: string): number => (of[id]?.leader ?? 0) + (of[id]?.employee ?? 0);
  const counts = Object.keys(invited).map((id) => [id, { answered: heads(answered, id), invited: heads(invited, id) }] as const);
  const { shown, hidden, leavesOut } = totalsOf(
    counts.map(([, count]) => count),
    k,
  );
  return {
    organisations: Object.fromEntries(counts.filter(([, count]) => count.invited >= k)),
    total: leavesOut ? shown : plus(shown, hidden),
    leavesOut,
  };
};
