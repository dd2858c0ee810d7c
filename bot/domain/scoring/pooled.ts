import { indexOf } from './cells.ts';
import { printed } from './fraction.ts';
import { hidden } from './results.ts';
import type { Seen } from './results.ts';
import type { Tally } from './tally.ts';
import { bandOf } from './value.ts';

/** How the network sees one organisation: every valid index about it counts once, whoever it comes from (method.md, P4). */
export const seenOf = (fromAllOthers: Tally, k: number): Seen => {
  const index = indexOf(fromAllOthers, k);
  if (index === undefined) return hidden;
  return { n: fromAllOthers.indexes, index: printed(index.tenths), orLower: index.orLower, band: bandOf(index.tenths) };
};
