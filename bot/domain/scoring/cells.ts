import { localItems } from '../instrument.ts';
import type { RelationalItem } from '../instrument.ts';
import { indexScale } from '../sums.ts';
import { agreementOf } from './agreement.ts';
import { printed } from './fraction.ts';
import { hidden } from './results.ts';
import type { Cell, PublishedCell, Split } from './results.ts';
import { itemOf } from './tally.ts';
import type { CellItem, Tally } from './tally.ts';
import { bandOf, clearGapTenths, valueOf } from './value.ts';
import type { Value } from './value.ts';

/** Undefined: hidden, because fewer than k have a valid index (method.md, P1). */
export const indexOf = (tally: Tally, k: number): Value | undefined =>
  tally.indexes >= k ? valueOf(tally.indexSum, tally.indexes, indexScale) : undefined;

type ItemValue<Id> = Value & { readonly item: Id };

/** Of these items, those that k or more answered. */
const valuesOf = <Id extends CellItem>(tally: Tally, k: number, asked: readonly Id[]): readonly ItemValue<Id>[] =>
  asked.flatMap((item) => {
    const { n, sum } = itemOf(tally, item);
    return n >= k ? [{ item, ...valueOf(sum, n) }] : [];
  });

const byItem = <Id extends CellItem>(values: readonly ItemValue<Id>[]): Partial<Record<Id, number>> =>
  Object.fromEntries(values.map(({ item, tenths }) => [item, printed(tenths)])) as Partial<Record<Id, number>>;

const orLowerOf = <Id extends CellItem>(values: readonly ItemValue<Id>[]): Id[] =>
  values.filter(({ orLower }) => orLower).map(({ item }) => item);

/** All items that were asked or none (method.md, P2). */
const profileOf = (tally: Tally, k: number, asked: readonly RelationalItem[]): Pick<PublishedCell, 'items' | 'itemsOrLower'> => {
  const values = valuesOf(tally, k, asked);
  return values.length < asked.length ? {} : { items: byItem(values), itemsOrLower: orLowerOf(values) };
};

/** Local questions stand for themselves, each with k of its own, as E1 and E2 do. */
const localOf = (tally: Tally, k: number): Pick<PublishedCell, 'local' | 'localOrLower'> => {
  const values = valuesOf(tally, k, localItems);
  return values.length === 0 ? {} : { local: byItem(values), localOrLower: orLowerOf(values) };
};

const splitFlag = (gap: number): Split['flag'] => {
  if (gap >= clearGapTenths) return 'leaders see it brighter';
  return gap <= -clearGapTenths ? 'employees see it brighter' : 'similar';
};

/** Both groups or neither: one alone would give away the other (method.md, P3). */
const splitOf = (leaders: Tally, employees: Tally, k: number): Split | undefined => {
  const ours = indexOf(leaders, k);
  const theirs = indexOf(employees, k);
  if (ours === undefined || theirs === undefined) return undefined;
  const gap = ours.tenths - theirs.tenths;
  return { leaders: printed(ours.tenths), employees: printed(theirs.tenths), gap: printed(gap), flag: splitFlag(gap) };
};

export type CellTallies = { readonly all: Tally; readonly leaders: Tally; readonly employees: Tally };

/** `relational`: the items that were asked. */
export const cellOf = ({ all, leaders, employees }: CellTallies, k: number, relational: readonly RelationalItem[]): Cell => {
  const { indexes: n, notWorkingTogether } = all;
  const apart = n + notWorkingTogether >= k ? { notWorkingTogether } : {};
  const index = indexOf(all, k);
  if (index === undefined) return { ...hidden, ...apart };
  const agreement = agreementOf(all, k, relational);
  const split = splitOf(leaders, employees, k);
  return {
    n,
    index: printed(index.tenths),
    orLower: index.orLower,
    band: bandOf(index.tenths),
    ...apart,
    ...profileOf(all, k, relational),
    ...localOf(all, k),
    ...(agreement && { agreement }),
    ...(split && { split }),
  };
};
