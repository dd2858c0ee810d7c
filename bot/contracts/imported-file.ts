import type { z } from 'zod';
import type { FileHead, ImportedFile } from '../domain/imported/file.ts';
import type { ReadRow, Reason, ReasonName } from '../domain/imported/wrong.ts';
import { readImportedRow } from './imported-row.ts';
import { jsonWithin } from './json-within.ts';
import { keysAsWritten } from './keys-as-written.ts';
import { mostRows, readRoundCsv } from './round-csv.ts';
import { roundFileHead } from './round-file.ts';
import type { importRequest } from './round-import.ts';

type Request = Pick<z.output<typeof importRequest>, 'format' | 'text' | 'head'>;
type Head = { readonly head: FileHead } | { readonly wrong: readonly Reason[] };

const headKeys: readonly ReasonName[] = ['k', 'mode', 'audience', 'organisations', 'invited', 'close', 'rows'];

const reasonOf = (issue: z.core.$ZodIssue): Reason[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, 5)
      .map((found) => ({ is: 'unknown head key', values: { found: [...issue.path, found].join('.') } }));
  return [{ is: headKeys.find((key) => key === issue.path[0]) ?? 'not a round file', values: {} }];
};

/** Each thing once, however many organisations are wrong in the same way. */
const once = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];

/** `order`: the ids of the organisations as they are written. */
const headOf = (given: unknown, order: (ids: readonly string[]) => readonly string[]): Head => {
  const read = roundFileHead.safeParse(given);
  if (!read.success) return { wrong: once(read.error.issues.flatMap(reasonOf)) };
  const { k, mode, audience, organisations, invited, close } = read.data;
  const named = order(Object.keys(organisations)).map((key) => ({ key, name: organisations[key] ?? key }));
  return { head: { k, mode, audience, close, organisations: named, invited } };
};

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const csvFile = (text: string, given: unknown): ImportedFile => {
  const file = { counted: 'line', rows: readRoundCsv(text) } as const;
  if (given === undefined) return { ...file, wrong: [{ is: 'head missing', values: {} }] };
  if (!isObject(given)) return { ...file, wrong: [{ is: 'not a round file', values: {} }] };
  const { organisations, invited } = given;
  const named =
    organisations ?? (isObject(invited) ? Object.fromEntries(Object.keys(invited).map((key) => [key, key])) : undefined);
  const head = headOf({ ...given, organisations: named, rows: [] }, (ids) => ids);
  return 'head' in head ? { ...file, head: head.head, wrong: [] } : { ...file, wrong: head.wrong };
};

function* rowsOf(rows: unknown): Generator<ReadRow> {
  if (!Array.isArray(rows)) return;
  for (const [place, given] of rows.entries()) {
    if (place === mostRows) {
      yield { at: place + 1, reasons: [{ is: 'too many rows', values: { most: mostRows } }] };
      return;
    }
    yield readImportedRow(given, place + 1);
  }
}

/** A round file is about four levels deep; each row has two objects. */
const jsonLimits = { deepest: 100, most: 3 * mostRows };

const jsonFile = (text: string): ImportedFile => {
  const nothing = { counted: 'row', rows: [] } as const;
  const read = jsonWithin(text, jsonLimits);
  if (!('value' in read)) return { ...nothing, wrong: [{ is: read.wrong, values: {} }] };
  const { value } = read;
  if (!isObject(value)) return { ...nothing, wrong: [{ is: 'not a round file', values: {} }] };
  const head = headOf(value, (ids) => keysAsWritten(text, 'organisations').filter((id) => ids.includes(id)));
  const file = { counted: 'row', rows: rowsOf(value['rows']) } as const;
  return 'head' in head ? { ...file, head: head.head, wrong: [] } : { ...file, wrong: head.wrong };
};

/** Reads a file of answers collected elsewhere as far as it can be read; its rows one by one, as they are asked for. */
export const readImportedFile = ({ format, text: given, head }: Request): ImportedFile => {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  if (format === 'csv') return csvFile(text, head);
  const file = jsonFile(text);
  return head === undefined ? file : { ...file, wrong: [...file.wrong, { is: 'head twice', values: {} }] };
};
