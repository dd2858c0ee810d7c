import type { MatrixResults } from '../bot/contracts/results.ts';
import type { Snapshot } from '../bot/contracts/tab-api.ts';

export type Organisation = Snapshot['organisations'][number];
export type PublishedResults = Snapshot['results'];
export type Cell = MatrixResults['cells'][string];
export type Pair = MatrixResults['pairs'][string];
export type ExpectationGap = MatrixResults['expectationGaps'][string];

export interface Between<Value> {
  readonly first: Organisation;
  readonly second: Organisation;
  /** Undefined where the snapshot holds nothing: shown as hidden, like everything that is not published. */
  readonly value: Value | undefined;
}

/** Every pair once, in the order of set-up, so that no table reads as a ranking. */
export const pairsOf = (organisations: readonly Organisation[], pairs: MatrixResults['pairs']): Between<Pair>[] =>
  organisations.flatMap((first, at) =>
    organisations.slice(at + 1).map((second) => ({ first, second, value: pairs[`${first.id}-${second.id}`] })),
  );

/** Every "first needs from second", in the order of set-up. */
export const expectationGapsOf = (
  organisations: readonly Organisation[],
  gaps: MatrixResults['expectationGaps'],
): Between<ExpectationGap>[] =>
  organisations.flatMap((first) =>
    organisations
      .filter((second) => second.id !== first.id)
      .map((second) => ({ first, second, value: gaps[`${first.id} needs from ${second.id}`] })),
  );

/** True when the round closed with nothing that may be shown, apart from the response. */
export const nothingShown = (results: PublishedResults): boolean => {
  if (results.mode === 'matrix') return results.network.publishedCells === 0;
  return Object.values(results.mode === 'pooled' ? results.seen : results.items).every((one) => 'hidden' in one);
};

/** Fewer than half of those invited answered: what this organisation says is hatched (method.md, scoring 6). */
export function isVeryLow(results: PublishedResults, organisation: string): boolean {
  const response = results.response?.[organisation];
  return response !== undefined && 'flag' in response && response.flag === 'very low';
}
