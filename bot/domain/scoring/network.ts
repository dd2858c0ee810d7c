import { meanOfTenths, printed, share } from './fraction.ts';
import type { Network } from './results.ts';
import { strongTenths } from './value.ts';

/** A published value in tenths; undefined where the cell is hidden. */
export type Published = (from: string, to: string) => number | undefined;

const isPublished = (tenths: number | undefined): tenths is number => tenths !== undefined;
const isStrong = (tenths: number): boolean => tenths >= strongTenths;
const printedOrNull = (tenths: number | undefined): number | null => (tenths === undefined ? null : printed(tenths));

/** A mean over fewer cells would be one organisation's own value under another name (method.md, scoring 6). */
const fewestCells = 2;

/** How one organisation is seen by the others, or sees them: the mean of its published cells that way. Null: fewer than two. */
export const meanOfCells = (cells: readonly (number | undefined)[]): number | null => {
  const published = cells.filter(isPublished);
  return published.length < fewestCells ? null : printedOrNull(meanOfTenths(published));
};

export const orderedPairs = (organisations: readonly string[]): readonly (readonly [string, string])[] =>
  organisations.flatMap((from) => organisations.filter((to) => to !== from).map((to) => [from, to] as const));

/** Each pair once, in the order of the organisations. */
export const pairsOf = (organisations: readonly string[]): readonly (readonly [string, string])[] =>
  organisations.flatMap((one, place) => organisations.slice(place + 1).map((other) => [one, other] as const));

/** method.md, scoring 6. Of fewer than two organisations there is no network: a RangeError. */
export const networkOf = (organisations: readonly string[], published: Published): Network => {
  const possible = orderedPairs(organisations);
  const cells = possible.map(([from, to]) => published(from, to)).filter(isPublished);
  const strongSides = pairsOf(organisations)
    .map(([one, other]) => [published(one, other), published(other, one)].filter(isPublished))
    .filter((sides) => sides.length === 2)
    .map((sides) => sides.filter(isStrong).length);
  const coverage = share(cells.length, possible.length);
  if (coverage === null) throw new RangeError('A network needs two organisations.');
  return {
    possibleCells: possible.length,
    publishedCells: cells.length,
    coverage,
    index: printedOrNull(meanOfTenths(cells)),
    strongTieDensity: share(cells.filter(isStrong).length, cells.length),
    reciprocity: share(strongSides.filter((sides) => sides === 2).length, strongSides.filter((sides) => sides > 0).length),
  };
};
