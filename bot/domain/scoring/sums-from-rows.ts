import type { Role } from '../collaboration.ts';
import { fewestItemsForIndex, items, relationalItems } from '../instrument.ts';
import type { Item } from '../instrument.ts';
import { indexScale } from '../sums.ts';
import type { CellSums, Headcount, ItemSums, RoundSums } from '../sums.ts';
import { tallySum } from './tally.ts';
import type { Tally } from './tally.ts';

/** One respondent about one organisation, as it was handed in. A respondent has one organisation and one role. */
export type Row = {
  readonly respondent: string;
  readonly from: string;
  readonly role: Role;
  readonly to: string;
  readonly notWorkingTogether: boolean;
  /** Whole numbers from 1 to 5; an item without one was not answered. */
  readonly ratings: Readonly<Partial<Record<Item, number>>>;
  /** Milliseconds since 1970, UTC; may have a fraction. */
  readonly submitted: number;
};

/** Per respondent, then per organisation answered about. */
type Kept = Map<string, Map<string, Row>>;

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

const tallyOfRow = ({ notWorkingTogether, ratings }: Row): Tally => {
  if (notWorkingTogether) return { indexes: 0, indexSum: 0, notWorkingTogether: 1, items: {} };
  const answered = relationalItems.flatMap((item) => ratings[item] ?? []);
  const valid = answered.length >= fewestItemsForIndex;
  const sum = answered.reduce((total, rating) => total + rating, 0);
  return {
    indexes: valid ? 1 : 0,
    indexSum: valid ? (sum * indexScale) / answered.length : 0,
    notWorkingTogether: 0,
    items: Object.fromEntries(items.flatMap((item) => (ratings[item] === undefined ? [] : [[item, oneAnswer(ratings[item])]]))),
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
 * What the database does for a round of its own: drops what an organisation says of itself, what came after the close, roles
 * outside the audience and all but the latest row of a respondent about a target, then adds up (method.md, scoring 1 and 2).
 */
export const sumsOfRows = (rows: readonly Row[], close: number, audience: readonly Role[]): RoundSums => {
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
    return { from, to, role, ...tallySum(all.map(tallyOfRow)) };
  };
  return { cells: [...cells.values()].map(sumsOf), answered: headsPerRole(kept) };
};
