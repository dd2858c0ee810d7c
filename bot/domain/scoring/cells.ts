import { relationalItems } from '../instrument.ts';
import { indexScale } from '../sums.ts';
import { agreementOf } from './agreement.ts';
import { printed } from './fraction.ts';
import { hidden } from './results.ts';
import type { Cell, PublishedCell, Split } from './results.ts';
import { itemOf } from './tally.ts';
import type { Tally } from './tally.ts';
import { bandOf, clearGapTenths, valueOf } from './value.ts';
import type { Value } from './value.ts';

/** Undefined: hidden, because fewer than k have a valid index (method.md, P1). */
export const indexOf = (tally: Tally, k: number): Value | undefined =>
  tally.indexes >= k ? valueOf(tally.indexSum, tally.indexes, indexScale) : undefined;

/** All seven items or none (method.md, P2). */
const profileOf = (tally: Tally, k: number): Pick<PublishedCell, 'items' | 'itemsOrLower'> => {
  const sums = relationalItems.map((item) => ({ item, ...itemOf(tally, item) }));
  if (sums.some(({ n }) => n < k)) return {};
  const values = sums.map(({ item, sum, n }) => ({ item, ...valueOf(sum, n) }));
  return {
    items: Object.fromEntries(values.map(({ item, tenths }) => [item, printed(tenths)])) as PublishedCell['items'],
    itemsOrLower: values.filter(({ orLower }) => orLower).map(({ item }) => item),
  };
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

export const cellOf = ({ all, leaders, employees }: CellTallies, k: number): Cell => {
  const { indexes: n, notWorkingTogether } = all;
  const apart = n + notWorkingTogether >= k ? { notWorkingTogether } : {};
  const index = indexOf(all, k);
  if (index === undefined) return { ...hidden, ...apart };
  const agreement = agreementOf(all, k);
  const split = splitOf(leaders, employees, k);
  return {
    n,
    index: printed(index.tenths),
    orLower: index.orLower,
    band: bandOf(index.tenths),
    ...apart,
    ...profileOf(all, k),
    ...(agreement && { agreement }),
    ...(split && { split }),
  };
};
