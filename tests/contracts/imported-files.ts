import fc from 'fast-check';
import { readImportedFile } from '../../bot/contracts/imported-file.ts';
import type { ReadRow } from '../../bot/domain/imported/wrong.ts';

export type JsonRow = {
  readonly respondent: string;
  readonly org: string;
  readonly role: 'leader' | 'employee';
  readonly target: string;
  readonly not_working_together: boolean;
  readonly answers: Readonly<Record<string, number | null | undefined>> | null;
  readonly submitted: string;
};

export const columns = [
  ...['respondent', 'org', 'role', 'target', 'not_working_together'],
  ...['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'E1', 'E2', 'submitted'],
];
const ratings = columns.slice(5, -1);

/** One way of writing a spreadsheet. */
export type Dialect = {
  readonly separator: string;
  readonly lineEnd: string;
  readonly bom: boolean;
  readonly quotes: boolean;
  /** How a rating of 4 is written: 4, 4.0 or 4,0. */
  readonly decimals: '' | '.0' | ',0';
  readonly words: readonly [yes: string, no: string];
  readonly order: readonly string[];
  readonly upperCase: boolean;
};
export const norwegian: Dialect = {
  ...{ separator: ';', lineEnd: '\r\n', bom: true, quotes: false, decimals: ',0', words: ['ja', 'nei'] },
  ...{ order: columns, upperCase: false },
};

export const anyDialect: fc.Arbitrary<Dialect> = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  quotes: fc.boolean(),
  decimals: fc.constantFrom('', '.0', ',0'),
  words: fc.constantFrom(['true', 'false'], ['1', '0'], ['ja', 'nei'], ['yes', 'no'], ['TRUE', 'Nei']),
  order: fc.shuffledSubarray([...columns, '_remark'], { minLength: columns.length + 1 }),
  upperCase: fc.boolean(),
});

export const asCsv = (rows: readonly JsonRow[], dialect: Dialect = norwegian): string => {
  const { separator, lineEnd, bom, quotes, decimals, words, order, upperCase } = dialect;
  const cell = (text: string): string => (quotes || /[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rated = (value: number | null | undefined): string => (value == null ? '' : `${value}${decimals}`);
  const cellOf = (row: JsonRow, column: string): string => {
    if (ratings.includes(column)) return rated(row.answers?.[column]);
    if (column === 'not_working_together') return words[row.not_working_together ? 0 : 1];
    if (column === '_remark') return 'not read; "at all"';
    return row[column as 'respondent' | 'org' | 'role' | 'target' | 'submitted'];
  };
  const header = order.map((column) => (upperCase ? column.toUpperCase() : column));
  return (
    (bom ? '\uFEFF' : '') +
    [header, ...rows.map((row) => order.map((column) => cellOf(row, column)))]
      .map((cells) => cells.map(cell).join(separator) + lineEnd)
      .join('')
  );
};

const id = fc.stringMatching(/^[a-zæøå0-9][a-zæøå0-9 ,;"-]{0,6}[a-zæøå0-9]$/);
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const answers = fc.record(Object.fromEntries(ratings.map((item) => [item, rating])));
export const anyRow: fc.Arbitrary<JsonRow> = fc
  .record({
    respondent: id,
    org: id,
    role: fc.constantFrom('leader' as const, 'employee' as const),
    target: id,
    answers: fc.option(answers, { nil: null }),
    submitted: fc
      .date({ min: new Date('2019-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  })
  .map((row) => ({ ...row, not_working_together: row.answers === null }));

export const head = {
  k: 3,
  audience: ['leader', 'employee'] as const,
  close: '2026-02-06T15:00:00Z',
  invited: { H: { leader: 5, employee: 9 }, A: { leader: 4, employee: 8 } },
};

export const csvRows = (text: string): ReadRow[] => [...readImportedFile({ format: 'csv', text, head }).rows];

/** What is wrong in the rows of a spreadsheet: `line: reason, reason`. */
export const wrongIn = (text: string): string[] =>
  csvRows(text).flatMap((read) => ('reasons' in read ? [`${read.at}: ${read.reasons.map(({ is }) => is).join(', ')}`] : []));
