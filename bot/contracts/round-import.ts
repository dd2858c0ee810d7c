import { z } from 'zod';

/** `POST /api/channels/{channel id}/rounds/import?dryRun=true`: a round collected elsewhere. */

/** Bytes of the file, and of the request around it. */
export const largestFile = 20 * 1024 * 1024;
export const largestRequest = 21 * 1024 * 1024;

const role = z.enum(['leader', 'employee']);
const count = z.int().min(0);

/** What a spreadsheet of rows cannot say: the keys of a round file (results-format) without its rows. */
export type ImportHead = {
  readonly k?: number;
  readonly mode?: 'auto' | 'matrix' | 'pooled';
  readonly audience: readonly z.infer<typeof role>[];
  /** With seconds and zone. */
  readonly close: string;
  /** By the organisations of the file. */
  readonly invited: Readonly<Record<string, { readonly leader?: number; readonly employee?: number }>>;
  /** Their names in the file; where it is left out, those of `invited` are their own names. */
  readonly organisations?: Readonly<Record<string, string>>;
};

/** The head is read with the file, so that what is wrong with it is said in the report. */
export const importRequest = z.strictObject({
  format: z.enum(['csv', 'json']),
  text: z.string().max(largestFile),
  /** For CSV; a JSON file has its own. */
  head: z.unknown().optional(),
  /** Organisations of the file, and the number of the same one in the collaboration; the others are found by name or number. */
  organisations: z.record(z.string().max(512), z.int().min(1).max(32_767)).default({}),
});
export type ImportRequest = Omit<z.input<typeof importRequest>, 'head'> & { readonly head?: ImportHead };

const summary = z.strictObject({
  /** Rows in the file, those that count, and why the others do not (method.md, scoring). */
  rows: count,
  used: count,
  leftOut: z.strictObject({ aboutThemselves: count, late: count, otherRole: count, superseded: count }),
  mode: z.enum(['matrix', 'pooled']),
  k: z.int().min(3),
  audience: z.array(role).min(1),
  closed: z.iso.datetime(),
  /** Respondents with an answer that counts, and invited, over the roles of the audience. */
  organisations: z.array(z.strictObject({ name: z.string(), answered: count, invited: count })),
  /** Cells of a matrix, or organisations as the network sees them, that would be shown; of how many. */
  published: count,
  possible: count,
});

export const importReport = z.strictObject({
  outcome: z.enum(['can be imported', 'imported', 'there already', 'wrong']),
  /** The number of the round, where it is imported. */
  round: z.int().min(1).nullable(),
  /** What the places of `wrong` count: lines of the file, or rows of a JSON file; from 1. */
  counted: z.enum(['line', 'row']),
  /** Organisations the rows name, and others of the file that are none of ours; which of the collaboration each one is, null: none. */
  organisations: z.array(z.strictObject({ key: z.string(), name: z.string(), organisation: z.string().nullable() })),
  summary: summary.nullable(),
  /** Sentences in the language of the request. `at` null: about the file as a whole. */
  wrong: z.array(z.strictObject({ at: z.int().min(1).nullable(), reasons: z.array(z.string()) })),
  /** Wrong places beyond those. */
  more: count,
});
export type ImportReport = z.infer<typeof importReport>;
