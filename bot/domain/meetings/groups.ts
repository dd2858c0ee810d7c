import { numbersFrom, shuffled } from './shuffling.ts';

/** Somebody's place in a group: for which organisation, and who; without a member, whoever that organisation sends. */
export type Seat = { readonly organisation: number; readonly member?: number };

/** How many people a group has at best. */
export const groupSizes = [3, 4, 5, 6] as const;
export type GroupSize = (typeof groupSizes)[number];

export const mostSeats = 200;

/**
 * Groups of about `size` that mix organisations. People of one organisation stand in one row, row after row, and are dealt out like cards:
 * so no group has more than one person more than another, nor more than one more of any organisation; two of one organisation
 * sit together only where there are more of them than groups. The same seats, size and seed are the same groups.
 */
export const mixedGroups = (seats: readonly Seat[], size: GroupSize, seed: number): readonly (readonly Seat[])[] => {
  const next = numbersFrom(seed);
  const organisations = [...new Set(seats.map(({ organisation }) => organisation))].sort((one, other) => one - other);
  const row = shuffled(organisations, next).flatMap((id) =>
    shuffled(
      seats.filter(({ organisation }) => organisation === id),
      next,
    ),
  );
  const count = Math.max(1, Math.round(row.length / size));
  return Array.from({ length: row.length === 0 ? 0 : count }, (_, group) => row.filter((_seat, at) => at % count === group));
};
