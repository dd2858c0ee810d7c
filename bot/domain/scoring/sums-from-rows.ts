import type { Role } from '../collaboration.ts';
import { fewestForIndex, relationalItems } from '../instrument.ts';
import type { RelationalItem } from '../instrument.ts';
import { indexScale } from '../sums.ts';
import type { CellSums, Headcount, ItemSums, RoundSums } from '../sums.ts';
import { cellItems, tallySum } from './tally.ts';
import type { CellItem, Tally } from './tally.ts';

/** One respondent about one organisation, as it was handed in. A respondent has one organisation and one role. */
export type Row = {
  readonly respondent: string;
  readonly from: string;
  readonly role: Role;
  readonly to: string;
  readonly notWorkingTogether: boolean;
  /** Whole numbers from 1 to 5; an item without one was not answered. */
  readonly ratings: Readonly<Partial<Record<CellItem, number>>>;
  /** Milliseconds since 1970, UTC; may have a fraction. */
  readonly submitted: number;
};

/** Per respondent, then per organisation answered about. */
export type Kept = Map<string, Map<string, Row>>;

/**
 * Drops what an organisation says of itself, what came after the close, roles outside the audience and all but the latest row
 * of a respondent about a target (method.md, scoring).
 */
export const keptOf = (rows: readonly Row[], close: number, audience: readonly Role[]): Kept => {
  const kept: Kept = new Map();
  for (const row of rows) {
    if (row.from === row.to || row.submitted > close || !audience.includes(row.role)) continue;
    const about = kept.get(row.respondent) ?? new Map<string, Row>();
    const earlier = about.get(row.to);
    if (earlier === undefined || earlier.submitted < row.submitted) about.set(row.to, row);
    kept.set(row.respondent, about);
  }
  return kept;
};

const oneAnswer = (rating: number): ItemSums => ({ n: 1, sum: rating, squares: rating * rating });

/** Times 420, a whole number. Undefined: not more than half of the relational items that were asked have an answer. */
export const indexOfRow = ({ notWorkingTogether, ratings }: Row, asked: readonly RelationalItem[]): number | undefined => {
  const answered = notWorkingTogether ? [] : asked.flatMap((item) => ratings[item] ?? []);
  if (answered.length < fewestForIndex(asked.length)) return undefined;
  return (answered.reduce((total, rating) => total + rating, 0) * indexScale) / answered.length;
};

const tallyOfRow = (row: Row, asked: readonly RelationalItem[]): Tally => {
  const { notWorkingTogether, ratings } = row;
  if (notWorkingTogether) return { indexes: 0, indexSum: 0, notWorkingTogether: 1, items: {} };
  const index = indexOfRow(row, asked);
  const answers = cellItems.flatMap((item) => (ratings[item] === undefined ? [] : [[item, oneAnswer(ratings[item])] as const]));
  return {
    indexes: index === undefined ? 0 : 1,
    indexSum: index ?? 0,
    notWorkingTogether: 0,
    items: Object.fromEntries(answers),
  };
};

const headsPerRole = (kept: Kept): Headcount => {
  const heads = new Map<string, Record<Role, number>>();
  for (const about of kept.values()) {
    const row = about.values().next().value;
    if (row === undefined) continue;
    const own = heads.get(row.from) ?? { leader: 0, employee: 0 };
    heads.set(row.from, { ...own, [row.role]: own[row.role] + 1 });
  }
  return Object.fromEntries(heads);
};

/**
 * What the database does for a round of its own: keeps the rows that count and adds them up (method.md, scoring 1 and 2).
 * `relational`: the items that were asked, which decide whether an index is valid.
 */
export const sumsOfRows = (
  rows: readonly Row[],
  close: number,
  audience: readonly Role[],
  relational: readonly RelationalItem[] = relationalItems,
): RoundSums => {
  const kept = keptOf(rows, close, audience);
  const cells = new Map<string, [Row, ...Row[]]>();
  for (const row of [...kept.values()].flatMap((about) => [...about.values()])) {
    const key = JSON.stringify([row.from, row.to, row.role]);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [row]);
    else cell.push(row);
  }
  const sumsOf = (all: readonly [Row, ...Row[]]): CellSums => {
    const { from, to, role } = all[0];
    return { from, to, role, ...tallySum(all.map((row) => tallyOfRow(row, relational))) };
  };
  return { cells: [...cells.values()].map(sumsOf), answered: headsPerRole(kept) };
};
