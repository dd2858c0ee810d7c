import type { Role } from '../collaboration.ts';
import { relationalItems } from '../instrument.ts';
import type { RelationalItem } from '../instrument.ts';
import type { Movement, PairedSums } from '../sums.ts';
import { indexOfRow, keptOf } from './sums-from-rows.ts';
import type { Kept, Row } from './sums-from-rows.ts';

export type RowsOfRound = {
  readonly rows: readonly Row[];
  /** Milliseconds since 1970, UTC. */
  readonly close: number;
  readonly audience: readonly Role[];
  /** The items that were asked; all seven, unless the form was short. */
  readonly relational?: readonly RelationalItem[];
};

/** One person's movement; undefined: no compared target that both rounds have a valid index of. */
const movementOf = (
  before: ReadonlyMap<string, Row> | undefined,
  now: ReadonlyMap<string, Row>,
  asked: readonly RelationalItem[],
  isCompared: (from: string, to: string) => boolean,
): Omit<Movement, 'people'> | undefined => {
  const moves = [...now].flatMap(([target, row]) => {
    const earlier = before?.get(target);
    // Who changed organisation said it in one cell and says it in another: neither may be hidden.
    if (earlier === undefined || !isCompared(earlier.from, target) || !isCompared(row.from, target)) return [];
    const from = indexOfRow(earlier, asked);
    const to = indexOfRow(row, asked);
    return from === undefined || to === undefined ? [] : [to - from];
  });
  return moves.length === 0 ? undefined : { targets: moves.length, sum: moves.reduce((sum, move) => sum + move, 0) };
};

/**
 * What the database does for two rounds of its own (method.md, scoring 9): a respondent is the same where the id is the same.
 * A row counts in either round as it does for that round's results, if its role is in both audiences; so whoever had another
 * role before than now is paired only where both rounds asked both roles. Where one form was short, both indexes are taken
 * over the items that both asked. `compared`: the cells that count (`comparedCells`); all where it is left out.
 */
export const pairedSumsOfRows = (before: RowsOfRound, now: RowsOfRound, compared?: ReadonlySet<string>): PairedSums => {
  const isCompared = (from: string, to: string): boolean => compared?.has(`${from}>${to}`) ?? true;
  const roles = now.audience.filter((role) => before.audience.includes(role));
  const { relational: earlierAsked = relationalItems } = before;
  const asked = (now.relational ?? relationalItems).filter((item) => earlierAsked.includes(item));
  const earlier = keptOf(before.rows, before.close, roles);
  const later = keptOf(now.rows, now.close, roles);
  const alike = new Map<string, Movement>();
  for (const [respondent, about] of later) {
    const movement = movementOf(earlier.get(respondent), about, asked, isCompared);
    if (movement === undefined) continue;
    const key = `${movement.targets} ${movement.sum}`;
    alike.set(key, { people: (alike.get(key)?.people ?? 0) + 1, ...movement });
  }
  const movements = [...alike.values()].sort((one, other) => one.targets - other.targets || one.sum - other.sum);
  const inCompared = (kept: Kept): number =>
    [...kept.values()].filter((about) =>
      [...about.values()].some((row) => isCompared(row.from, row.to) && indexOfRow(row, asked) !== undefined),
    ).length;
  return {
    before: earlier.size,
    now: later.size,
    compared: { before: inCompared(earlier), now: inCompared(later) },
    movements,
  };
};
