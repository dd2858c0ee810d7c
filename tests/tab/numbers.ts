import type { Snapshot } from '../../bot/contracts/tab-api.ts';

/** Every number a snapshot holds, wherever it stands. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Numbers as keys of a set, so that -0 and 0 are one. */
export const published = (snapshot: Snapshot): Set<string> => new Set(numbersIn(snapshot).map((number) => String(number + 0)));
