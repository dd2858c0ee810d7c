import type { MatrixResults } from '../../bot/contracts/results.ts';
import type { ChangeSince } from '../change-since.ts';
import type { Reader } from '../reader.ts';
import { type Cell, isVeryLow, type Organisation } from '../relations.ts';

/** How one organisation sees another. `from`, `to`: places in the order of set-up. */
export interface Arrow {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly cell: Cell | undefined;
}

/** More lines than this are drawn thinner, and where names have no room, not all at once. */
export const manyLines = 42;

/** In the order of the matrix, row by row. */
export const arrowsOf = (organisations: readonly Organisation[], { cells }: MatrixResults): Arrow[] =>
  organisations.flatMap((one, from) =>
    organisations.flatMap((other, to) =>
      from === to ? [] : [{ key: `${one.id}>${other.id}`, from, to, cell: cells[`${one.id}>${other.id}`] }],
    ),
  );

/** Everything the matrix says about the relation, as one name for the ear and for the line below the picture. */
export function nameOf(
  { key, from, to, cell }: Arrow,
  organisations: readonly Organisation[],
  results: MatrixResults,
  changed: ChangeSince,
  { say, number }: Reader,
): string {
  const names = { from: organisations[from]?.name ?? '', to: organisations[to]?.name ?? '' };
  const apart = cell?.notWorkingTogether ?? 0;
  const notWorking = apart > 0 && say('cell.notWorking', { count: apart });
  if (!cell || 'hidden' in cell) return sentences(say('picture.arrow.hidden', { ...names, k: results.k }), notWorking);
  const { index, orLower, n, band } = cell;
  const value = orLower ? `${number(index)} ${say('cell.orLower')}` : number(index);
  const moved = changed?.change.cells?.[key];
  return sentences(
    say(`picture.arrow.${band}`, { ...names, value }),
    say('cell.answers', { count: n }),
    notWorking,
    changed && moved && say(`change.cell.${moved}`, { round: changed.since }),
    isVeryLow(results, organisations[from]?.id ?? '') && say('response.veryLow'),
  );
}

const sentences = (...parts: readonly (string | false | undefined)[]): string => `${parts.filter(Boolean).join('. ')}.`;
