import type { Round } from '../domain/round.ts';

export type NewRound = Omit<Round, 'number' | 'state' | 'reopened'>;

export type ClosedRound = { readonly number: number; readonly closed: Date; readonly imported: boolean };

export type RoundsPart = {
  find(number: number): Promise<Round | undefined>;
  /** Of the rounds held here, never an imported one: the open round; where none is open, the one that closed last. */
  latest(): Promise<Round | undefined>;
  /** Whether the answers stored are those its published results were made of: it is closed, none were erased since, and it is no round opened again whose results were left. */
  isAsPublished(number: number): Promise<boolean>;
  /** In the order of their numbers. */
  all(): Promise<readonly Round[]>;
  /** The instant it closed; undefined while it is open, and where there is none. */
  closedAt(number: number): Promise<Date | undefined>;
  /** Opens a closed round that was never opened again until `closes`, and keeps a copy of its answers as they were published; undefined: it is not such a round. */
  reopen(number: number, closes: Date, at: Date): Promise<Round | undefined>;
  /** In the order in which they closed. */
  closed(): Promise<readonly ClosedRound[]>;
  /** Number = the largest + 1. `one is open`: nothing is stored; also when two launch at the same time. */
  launch(wish: NewRound): Promise<Round | 'one is open'>;
  /** When somebody last opened or saved a page of this round, as `pageTurned` was told; its opening where nobody has. */
  lastPage(number: number): Promise<Date>;
  /** Waits for answers being stored, then closes; undefined when it was not open. `at`: the instant it closed. */
  close(number: number, at: Date): Promise<Round | undefined>;
};
