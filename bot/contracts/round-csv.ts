import type { ReadRow, Reason } from '../domain/imported/wrong.ts';
import { csvRecords, separatorOf } from './csv-records.ts';
import { readImportedRow } from './imported-row.ts';

/** The columns of a round as a spreadsheet: the keys of a row of a round file, with the items beside them. Any order. */
const needed = ['respondent', 'org', 'role', 'target', 'not_working_together', 'submitted'] as const;
const ratingColumns = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'E1', 'E2'] as const;
const known = new Map<string, string>([...needed, ...ratingColumns].map((name) => [name.toLowerCase(), name]));

const mostColumns = 1_000;
/** Of any file, CSV or JSON. */
export const mostRows = 1_000_000;

const yes: ReadonlySet<string> = new Set(['true', '1', 'yes', 'ja']);
const no: ReadonlySet<string> = new Set(['false', '0', 'no', 'nei']);

/** What it is not, it stays, and is refused with the row. */
const booleanOf = (cell: string): unknown => {
  const word = cell.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : textOf(cell);
};

/** "4", "4.0" and "4,0" are 4; empty is not answered; anything else stays as it stands, and is refused with the row. */
const ratingOf = (cell: string): unknown => {
  if (cell === '') return null;
  return /^[1-5](?:[.,]0{1,9})?$/.test(cell) ? Number.parseInt(cell, 10) : cell;
};

const textOf = (cell: string): string | undefined => (cell === '' ? undefined : cell);

type Header = { readonly names: readonly (string | undefined)[]; readonly reasons: readonly Reason[] };

/** A column that starts with `_` is a remark. */
const headerOf = (cells: readonly string[]): Header => {
  const given = cells.map((cell) => cell.trim());
  const names = given.map((cell) => known.get(cell.toLowerCase()));
  const twice = new Set(names.filter((name, place) => name !== undefined && names.indexOf(name) < place));
  return {
    names,
    reasons: [
      ...given
        .filter((cell, place) => names[place] === undefined && !cell.startsWith('_'))
        .map((found): Reason => ({ is: 'unknown column', values: { found } })),
      ...[...twice].map((column): Reason => ({ is: 'column twice', values: { column: String(column) } })),
      ...needed.filter((name) => !names.includes(name)).map((column): Reason => ({ is: 'column missing', values: { column } })),
    ],
  };
};

/** The row as it would stand in a round file. */
const rowOf = (names: Header['names'], cells: readonly string[]): unknown => {
  const given = new Map<string, string>();
  names.forEach((name, place) => name !== undefined && given.set(name, (cells[place] ?? '').trim()));
  const cell = (name: string): string => given.get(name) ?? '';
  const apart = booleanOf(cell('not_working_together'));
  const ratings = ratingColumns.map((name) => [name, ratingOf(cell(name))] as const);
  const answered = ratings.some(([, rating]) => rating !== null);
  return {
    respondent: textOf(cell('respondent')),
    org: textOf(cell('org')),
    role: textOf(cell('role').toLowerCase()),
    target: textOf(cell('target')),
    not_working_together: apart,
    answers: apart === true && !answered ? null : Object.fromEntries(ratings),
    submitted: textOf(cell('submitted')),
  };
};

/**
 * The rows of a round as a spreadsheet, one by one; the first is about the header where something is wrong with that. The separator
 * is found from the header.
 */
export function* readRoundCsv(text: string): Generator<ReadRow> {
  let header: Header | undefined;
  let rows = 0;
  for (const record of csvRecords(text, separatorOf(text), mostColumns)) {
    const at = record.line;
    if ('fault' in record) yield { at, reasons: [{ is: record.fault, values: { most: mostColumns } }] };
    else if (record.cells.every((cell) => cell.trim() === '')) continue;
    else if (header === undefined) {
      header = headerOf(record.cells);
      if (header.reasons.length > 0) {
        yield { at, reasons: header.reasons.slice(0, 20) };
        return;
      }
    } else if ((rows += 1) > mostRows) {
      yield { at, reasons: [{ is: 'too many rows', values: { most: mostRows } }] };
      return;
    } else if (record.cells.length !== header.names.length)
      yield { at, reasons: [{ is: 'cells', values: { cells: record.cells.length, columns: header.names.length } }] };
    else yield readImportedRow(rowOf(header.names, record.cells), at);
  }
}
