import type { z } from 'zod';
import type { ReadRow, Reason } from '../domain/imported/wrong.ts';
import { brokenText, roundFileRow } from './round-file-row.ts';

type Issue = z.core.$ZodIssue;

/** What stands there, short, as it would be written in JSON; a text as it is. */
const found = (given: unknown, path: readonly PropertyKey[]): string => {
  let value = given;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[...]' : '{...}';
  return String(value);
};

const byColumn: Readonly<Record<string, Reason['is']>> = {
  respondent: 'not a text',
  org: 'not a text',
  target: 'not a text',
  role: 'role',
  not_working_together: 'yes or no',
  submitted: 'instant',
  round: 'round',
};

const reasonOf = (issue: Issue, given: unknown): Reason[] => {
  const [column, item] = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, 5).map((key) => ({ is: 'unknown key', values: { found: key } }));
  if (column === undefined) return [{ is: 'not a row', values: {} }];
  if (column === 'answers' && item !== undefined)
    return [{ is: 'rating', values: { column: item, found: found(given, issue.path) } }];
  if (issue.message === 'is missing') return [{ is: 'missing', values: { column } }];
  if (column === 'answers') return [{ is: 'answers apart', values: {} }];
  if (issue.message === brokenText) return [{ is: 'broken text', values: { column } }];
  return [{ is: byColumn[column] ?? 'not a row', values: { column, found: found(given, issue.path) } }];
};

/** One row of a round file (results-format), or why it is none. `at`: where it stands. */
export const readImportedRow = (given: unknown, at: number): ReadRow => {
  const read = roundFileRow.safeParse(given);
  return read.success
    ? { at, row: read.data.row, round: read.data.round }
    : { at, reasons: read.error.issues.flatMap((issue) => reasonOf(issue, given)) };
};
