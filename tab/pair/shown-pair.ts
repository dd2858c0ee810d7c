import type { MatrixResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Organisation } from '../relations.ts';

/** Two organisations of a round about each partner, in the order of set-up. */
export interface ShownPair {
  readonly first: Organisation;
  readonly second: Organisation;
  readonly results: MatrixResults;
  readonly snapshot: Snapshot;
}

/** A relation's cell, where its numbers may be shown. */
export function publishedCell(results: MatrixResults, from: Organisation, to: Organisation) {
  const cell = results.cells[`${from.id}>${to.id}`];
  return cell && 'band' in cell ? cell : undefined;
}
