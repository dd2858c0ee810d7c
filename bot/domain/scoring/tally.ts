import type { Role } from '../collaboration.ts';
import { items, localItems } from '../instrument.ts';
import type { Item, LocalItem } from '../instrument.ts';
import type { CellSums, ItemSums } from '../sums.ts';

/** The sums of one or more cells, or roles, added up. */
export type Tally = Omit<CellSums, 'from' | 'to' | 'role'>;

/** Everything that may be asked about a partner. */
export const cellItems = [...items, ...localItems] as const;
export type CellItem = Item | LocalItem;

const nothing: ItemSums = { n: 0, sum: 0, squares: 0 };

export const itemOf = (tally: Tally, item: CellItem): ItemSums => tally.items[item] ?? nothing;

export const tallySum = (tallies: readonly Tally[]): Tally => {
  const total = (of: (tally: Tally) => number): number => tallies.reduce((sum, tally) => sum + of(tally), 0);
  const itemTotal = (item: CellItem): ItemSums => ({
    n: total((tally) => itemOf(tally, item).n),
    sum: total((tally) => itemOf(tally, item).sum),
    squares: total((tally) => itemOf(tally, item).squares),
  });
  return {
    indexes: total((tally) => tally.indexes),
    indexSum: total((tally) => tally.indexSum),
    notWorkingTogether: total((tally) => tally.notWorkingTogether),
    items: Object.fromEntries(cellItems.map((item) => [item, itemTotal(item)])),
  };
};

/** What organisation `from` said about `to`: everybody in the audience, or one of its roles. */
export type TallyOf = (from: string, to: string, role?: Role) => Tally;

/** Leaves out what an organisation said about itself, and roles outside the audience. */
export const talliesOf = (cells: readonly CellSums[], audience: readonly Role[]): TallyOf => {
  const between = new Map<string, Map<string, CellSums[]>>();
  for (const cell of cells) {
    if (cell.from === cell.to || !audience.includes(cell.role)) continue;
    const about = between.get(cell.from) ?? new Map<string, CellSums[]>();
    between.set(cell.from, about.set(cell.to, [...(about.get(cell.to) ?? []), cell]));
  }
  return (from, to, role) =>
    tallySum((between.get(from)?.get(to) ?? []).filter((cell) => role === undefined || cell.role === role));
};
