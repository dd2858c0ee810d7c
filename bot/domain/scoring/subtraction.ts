import type { Role } from '../collaboration.ts';
import { totalsOf } from '../public-counts.ts';
import type { Headcount } from '../sums.ts';
import { headsOf } from './response.ts';

/** Who was invited to a round about the network as a whole, and who answered. */
export type People = {
  readonly organisations: readonly string[];
  readonly invited: Headcount;
  readonly answered: Headcount;
  readonly audience: readonly Role[];
};

/**
 * Response is hidden where fewer than k are invited; what everybody together did, less the shown responses, tells it again where all
 * the hidden organisations together have fewer than k, as one alone always has. Then no count may stand beside a value, and where
 * fewer than k of the shown ones answered no value either: that it has k answers would say that somebody hidden gave one.
 */
export const giveAway = ({ organisations, invited, answered, audience }: People, k: number) => {
  const counts = organisations.map((id) => ({
    invited: headsOf(invited, id, audience),
    answered: headsOf(answered, id, audience),
  }));
  const { shown, leavesOut } = totalsOf(counts, k);
  return { byCount: leavesOut, byValue: leavesOut && shown.answered < k };
};
