import type { About } from '../domain/about.ts';

/** What the organisations say about themselves. */
export type AboutPart = {
  /** Of those that have written something, by their number. */
  all(): Promise<readonly About[]>;
  /** Replaces what was there. */
  put(about: About): Promise<void>;
};
