import type { Role } from '../collaboration.ts';
import type { Mode } from '../round.ts';
import type { Headcount } from '../sums.ts';
import type { ReadRow, Reason } from './wrong.ts';

/** What is said of a round beside its rows; organisations by the keys of the file. */
export type FileHead = {
  readonly k: number;
  readonly mode: Mode | 'auto';
  readonly audience: readonly Role[];
  /** Milliseconds since 1970, UTC. */
  readonly close: number;
  readonly organisations: readonly { readonly key: string; readonly name: string }[];
  readonly invited: Headcount;
};

/** A file as it was read. `head` is absent where something is wrong with it. */
export type ImportedFile = {
  /** What the places of its rows count. */
  readonly counted: 'line' | 'row';
  readonly head?: FileHead;
  readonly wrong: readonly Reason[];
  readonly rows: Iterable<ReadRow>;
};
