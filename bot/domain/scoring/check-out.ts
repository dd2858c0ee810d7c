import type { ItemSums } from '../sums.ts';
import { tenthsOf } from './fraction.ts';
import { itemValueOf } from './item-value.ts';
import { hidden } from './results.ts';
import type { ItemValue } from './network-wide-results.ts';
import type { Hidden } from './results.ts';
import { strongTenths } from './value.ts';

/** How many got to say what they needed to say (C2). */
export type Said = { readonly yes: number; readonly partly: number; readonly no: number };

/** What is shown of one meeting's check-out: how people left it (C1, a mean), and whether they got to speak (C2, counts). */
export type CheckOut = { readonly energy: ItemValue; readonly said: Said | Hidden };

/** Each of the two needs k answers of its own (method.md, scoring 7). RangeError: k below 3. */
export const checkOutOf = (energy: ItemSums, said: Said, k: number): CheckOut => ({
  energy: itemValueOf(energy, k),
  said: said.yes + said.partly + said.no >= k ? said : hidden,
});

const fewestMeetingsForTrend = 3;

/** How people left meeting after meeting, null where hidden. Undefined before three meetings show a value: two are no trend. */
export const energyTrend = (meetings: readonly CheckOut[]): readonly (number | null)[] | undefined => {
  const values = meetings.map(({ energy }) => ('value' in energy ? energy.value : null));
  return values.filter((value) => value !== null).length < fewestMeetingsForTrend ? undefined : values;
};

/**
 * "We talk openly about what is difficult" (PR4) at 4.0 or more, while 40 % or more of a meeting did not get to say, or only
 * partly, what they needed to: one of the two is too good to be true. From what is published alone; false where either is hidden.
 */
export const tooGoodToBeTrue = (openTalk: ItemValue, said: CheckOut['said']): boolean => {
  if ('hidden' in openTalk || 'hidden' in said) return false;
  const notFully = said.partly + said.no;
  return tenthsOf(openTalk.value) >= strongTenths && 10 * notFully >= 4 * (said.yes + notFully);
};
