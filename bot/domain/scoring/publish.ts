import type { Role } from '../collaboration.ts';
import { expectationItems, relationalItems } from '../instrument.ts';
import type { ExpectationItem, RelationalItem } from '../instrument.ts';
import type { Mode } from '../round.ts';
import type { Headcount, RoundSums } from '../sums.ts';
import { cellOf, indexOf } from './cells.ts';
import { expectationGapOf } from './expectation.ts';
import { lowestK } from './mode.ts';
import { meanOfCells, networkOf, orderedPairs, pairsOf } from './network.ts';
import type { Published } from './network.ts';
import { pairOf } from './pairs.ts';
import { seenOf } from './pooled.ts';
import { responsesOf } from './response.ts';
import type { MatrixResults, PooledResults, Response, Results } from './results.ts';
import { talliesOf, tallySum } from './tally.ts';
import type { TallyOf } from './tally.ts';

export type ClosedRound = {
  readonly mode: Mode;
  readonly k: number;
  readonly audience: readonly Role[];
  /** Their ids, in the order in which they appear and pairs are named; at least two. */
  readonly organisations: readonly string[];
  readonly invited: Headcount;
  readonly sums: RoundSums;
  /** The items that were asked; all, unless the form was short. `sums` are to be of the same. */
  readonly relational?: readonly RelationalItem[];
  readonly expectation?: readonly ExpectationItem[];
};

const keyed = <T>(keys: readonly string[], of: (key: string) => T): Record<string, T> =>
  Object.fromEntries(keys.map((key) => [key, of(key)]));

const keyedByTwo = <T>(
  twos: readonly (readonly [string, string])[],
  join: string,
  of: (one: string, other: string) => T,
): Record<string, T> => Object.fromEntries(twos.map(([one, other]) => [`${one}${join}${other}`, of(one, other)]));

const matrixOf = (round: ClosedRound, response: Record<string, Response>, tally: TallyOf): MatrixResults => {
  const { k, organisations, relational = relationalItems, expectation = expectationItems } = round;
  const ordered = orderedPairs(organisations);
  const values = new Map(
    organisations.map((from) => [from, new Map(organisations.map((to) => [to, indexOf(tally(from, to), k)?.tenths]))]),
  );
  const published: Published = (from, to) => values.get(from)?.get(to);
  return {
    mode: 'matrix',
    k,
    response,
    cells: keyedByTwo(ordered, '>', (from, to) =>
      cellOf({ all: tally(from, to), leaders: tally(from, to, 'leader'), employees: tally(from, to, 'employee') }, k, relational),
    ),
    pairs: keyedByTwo(pairsOf(organisations), '-', (one, other) => pairOf(published(one, other), published(other, one))),
    seenByOthers: keyed(organisations, (seen) => meanOfCells(organisations.map((from) => published(from, seen)))),
    seesOthers: keyed(organisations, (from) => meanOfCells(organisations.map((to) => published(from, to)))),
    network: networkOf(organisations, published),
    // A gap nobody was asked about is not "fewer than k": there is none.
    expectationGaps: keyedByTwo(expectation.length === 2 ? ordered : [], ' needs from ', (one, other) =>
      expectationGapOf(tally(one, other), tally(other, one), k),
    ),
  };
};

const pooledOf = ({ k, organisations }: ClosedRound, response: Record<string, Response>, tally: TallyOf): PooledResults => ({
  mode: 'pooled',
  k,
  response,
  seen: keyed(organisations, (seen) => seenOf(tallySum(organisations.map((from) => tally(from, seen))), k)),
});

/**
 * Everything that may be seen of a round, computed once, when it closes (method.md, sections 2 and 3). Nothing below the
 * rounded values leaves. RangeError: k below 3, or fewer than two organisations; neither can be launched.
 */
export const publish = (round: ClosedRound): Results => {
  const { mode, k, audience, organisations, invited, sums } = round;
  if (k < lowestK) throw new RangeError('k below 3 is never published.');
  if (organisations.length < 2) throw new RangeError('A round needs two organisations.');
  const response = responsesOf(organisations, { invited, answered: sums.answered, audience, k });
  const tally = talliesOf(sums.cells, audience);
  return mode === 'matrix' ? matrixOf(round, response, tally) : pooledOf(round, response, tally);
};
