import { z } from 'zod';
import type { Row } from '../domain/scoring/sums-from-rows.ts';
import type { Headcount } from '../domain/sums.ts';
import { keysAsWritten } from './keys-as-written.ts';
import { conflictFinder } from './round-file-conflicts.ts';
import { exactly, instant, must, quoted, reasons, role, roundFileRow, withoutRemarks } from './round-file-row.ts';

const atLeastThree = must('a whole number of at least 3');
const headcount = must('a whole number, 0 or more');
const heads = z.int(headcount).min(0, headcount).default(0);
const plainText = /^\P{Cc}+$/u;

/** Every two of them make a cell; more than this is a mistake that would only be met by running out of memory. */
const mostOrganisations = 300;

const names = z.preprocess(
  withoutRemarks,
  z
    .record(z.string().regex(plainText), z.string(must('a text, the name')), {
      error: (issue) =>
        issue.code === 'invalid_key' ? 'must be an id without control characters' : must('an object').error(issue),
    })
    .refine((given) => Object.keys(given).length >= 2, 'must be at least two')
    .refine((given) => Object.keys(given).length <= mostOrganisations, `must be at most ${mostOrganisations}`),
);

/** A round as a file, all but its rows. An organisation's role that `invited` does not name has nobody invited. */
export const roundFileHead = exactly({
  k: z.int(atLeastThree).min(3, atLeastThree).default(5),
  mode: z.enum(['auto', 'matrix', 'pooled'], must('"auto", "matrix" or "pooled"')).default('auto'),
  audience: z
    .array(role, must('a list of "leader", "employee" or both'))
    .min(1, 'must name a role')
    .refine((roles) => new Set(roles).size === roles.length, 'must name a role once'),
  organisations: names,
  invited: z.preprocess(
    withoutRemarks,
    z
      .record(z.string(), z.unknown(), must('an object'))
      .refine((given) => Object.keys(given).length <= mostOrganisations, `must be at most ${mostOrganisations}`)
      .pipe(z.record(z.string(), exactly({ leader: heads, employee: heads }))),
  ),
  close: instant,
  rows: z.array(z.unknown(), must('a list')),
});

export type RoundFile = Omit<z.infer<typeof roundFileHead>, 'organisations' | 'rows' | 'invited'> & {
  /** Ids, in the order of the file. */
  readonly organisations: readonly string[];
  readonly invited: Headcount;
  readonly rows: readonly Row[];
};

/** Ids such as "a", "b", "a-b" and "b-a" can name two pairs alike; one of them would overwrite the other. */
const sameNames = (ids: readonly string[]): string[] => {
  const cells = ids.flatMap((one) => ids.filter((other) => other !== one).map((other) => [one, other] as const));
  const pairs = ids.flatMap((one, place) => ids.slice(place + 1).map((other) => [one, other] as const));
  const named = ([twos, join]: readonly [readonly (readonly [string, string])[], string]): string[] => {
    const seen = new Set<string>();
    const twice = twos.map((two) => two.join(join)).find((name) => seen.size === seen.add(name).size);
    return twice === undefined ? [] : [`organisations have ids that name two pairs alike: ${quoted(twice)}`];
  };
  return (
    [
      [cells, '>'],
      [pairs, '-'],
      [cells, ' needs from '],
    ] as const
  ).flatMap(named);
};

const strangers = (invited: object, ids: ReadonlySet<string>): string[] => [
  ...Object.keys(invited)
    .filter((id) => !ids.has(id))
    .map((id) => `invited.${quoted(id)} is not one of the organisations`),
  ...[...ids].filter((id) => !Object.hasOwn(invited, id)).map((id) => `invited.${quoted(id)} is missing`),
];

/** Of the keys of an object, as they are written, those that are written more than once: one of two would be lost. */
const twice = (name: string, keys: readonly string[]): string[] => {
  const seen = new Set<string>();
  const again = keys.filter((key) => !key.startsWith('_') && seen.size === seen.add(key).size);
  return [...new Set(again)].map((key) => `${name}.${quoted(key)} is written twice`);
};

const readRows = (rows: readonly unknown[], organisations: readonly string[] | undefined): { rows: Row[]; wrong: string[] } => {
  const conflicts = conflictFinder(organisations);
  const good: Row[] = [];
  const wrong: string[] = [];
  rows.forEach((given, place) => {
    const number = place + 1;
    const read = roundFileRow.safeParse(given);
    const found = read.success ? conflicts({ ...read.data, number }) : reasons(read.error, 'it');
    if (found.length > 0) wrong.push(`row ${number}: ${found.join('; ')}`);
    else if (read.success) good.push(read.data.row);
  });
  return { rows: good, wrong };
};

/** What can be said of the rows even where something else is wrong with the file. */
const wrongRows = (given: unknown): readonly string[] => {
  const rows = z.object({ rows: z.array(z.unknown()) }).safeParse(given);
  const known = z.object({ organisations: names }).safeParse(given);
  return readRows(rows.data?.rows ?? [], known.data && Object.keys(known.data.organisations)).wrong;
};

/**
 * Reads a round file (results-format), or says everything that is wrong with it: each bad row once, by its number counted from
 * 1. `json` is the text and `given` what it says.
 */
export const readRoundFile = (
  json: string,
  given: unknown,
): { readonly round: RoundFile } | { readonly wrong: readonly string[] } => {
  const head = roundFileHead.safeParse(given);
  if (!head.success) return { wrong: [...reasons(head.error, 'the file'), ...wrongRows(given)] };
  const { rows: rowsGiven, organisations: named, ...rest } = head.data;
  const keys = keysAsWritten(json, 'organisations');
  const ids = new Set(keys.filter((id) => Object.hasOwn(named, id)));
  const organisations = [...ids];
  const { rows, wrong } = readRows(rowsGiven, organisations);
  const all = [
    ...twice('organisations', keys),
    ...twice('invited', keysAsWritten(json, 'invited')),
    ...sameNames(organisations),
    ...strangers(rest.invited, ids),
    ...wrong,
  ];
  return all.length > 0 ? { wrong: all } : { round: { ...rest, organisations, rows } };
};
