import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readImportedFile } from '../../bot/contracts/imported-file.ts';
import { examination } from '../../bot/domain/imported/examine.ts';
import type { Content } from '../../bot/domain/imported/round.ts';
import { anyDialect, asCsv } from './imported-files.ts';
import type { Dialect, JsonRow } from './imported-files.ts';

/** One organisation, by its name, its number, and what the file calls it. */
const called = [
  ['Hospital trust', '1', 'H'],
  ['Åmot kommune', '2', 'A&1'],
  ['Welfare office', '3', 'nav; øst'],
] as const;
const ours = called.map(([name], at) => ({ id: at + 1, name }));
const mapping = Object.fromEntries(called.map(([, , key], at) => [key, at + 1]));
const close = '2020-02-06T15:00:00Z';
const at = (minutes: number): string => new Date(Date.parse(close) + minutes * 60_000).toISOString();

/** What stands beside the rows; nothing of it is part of what counts. */
type Head = { readonly k: number; readonly mode: string; readonly close: string };
const usual: Head = { k: 5, mode: 'auto', close };

const contentOf = (rows: readonly JsonRow[], as: Dialect | 'json' = 'json', head: Head = usual): Content => {
  const invited = Object.fromEntries(called.map(([, , key]) => [key, { leader: 100, employee: 100 }]));
  const whole = { ...head, audience: ['leader', 'employee'], invited };
  const organisations = Object.fromEntries(called.map(([, , key]) => [key, key]));
  const file =
    as === 'json'
      ? readImportedFile({ format: 'json', text: JSON.stringify({ ...whole, organisations, rows }), head: undefined })
      : readImportedFile({ format: 'csv', text: asCsv(rows, as), head: whole });
  const { take, finish } = examination(file, ours, mapping, new Date('2026-11-24T12:00:00Z'));
  for (const row of file.rows) take(row);
  const found = finish();
  assert.ok('content' in found, JSON.stringify(found));
  return found.content;
};

const answers = fc
  .array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), { minLength: 9, maxLength: 9 })
  .map((ratings) =>
    Object.fromEntries(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'E1', 'E2'].map((item, n) => [item, ratings[n]])),
  );
const said = fc.option(answers, { nil: null });
const answered = (row: Omit<JsonRow, 'answers' | 'not_working_together'>, given: JsonRow['answers']): JsonRow => ({
  ...row,
  answers: given,
  not_working_together: given === null,
});

/** Respondents with one row about each other organisation, none of which is dropped. */
const kept: fc.Arbitrary<readonly JsonRow[]> = fc
  .array(
    fc.tuple(fc.nat(2), fc.constantFrom('leader' as const, 'employee' as const), said, said, fc.integer({ min: -9_000, max: 0 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((people) =>
    people.flatMap(([own, role, ...rest], person) => {
      const [one, other, minutes] = rest;
      return [one, other].map((given, step) => {
        const target = called[(own + 1 + step) % 3]?.[2] ?? '';
        return answered({ respondent: `p${person} ø`, org: called[own]?.[2] ?? '', role, target, submitted: at(minutes) }, given);
      });
    }),
  );

/** Of a row that counts: what scoring drops beside it. */
const dropped: readonly ((row: JsonRow) => JsonRow)[] = [
  (row) => answered({ ...row, target: row.org }, { R3: 2 }),
  (row) => answered({ ...row, submitted: at(1) }, { R1: 1 }),
  (row) => answered({ ...row, submitted: at(-10_000) }, { R2: 5 }),
  (row) => answered({ ...row, submitted: at(-10_001) }, null),
  (row) => row,
];
/** The same row in other words. */
const reworded: readonly ((row: JsonRow) => JsonRow)[] = [
  (row) => ({ ...row, respondent: ` ${row.respondent.normalize('NFD')} ` }),
  (row) => ({ ...row, submitted: row.submitted.replace('.000Z', '+00:00') }),
  (row) => ({ ...row, org: called.find((names) => names[2] === row.org)?.[0] ?? '' }),
  (row) => ({ ...row, target: called.find((names) => names[2] === row.target)?.[1] ?? '' }),
  (row) => row,
];
/** Another row, that counts too. */
const different: readonly ((row: JsonRow) => JsonRow)[] = [
  (row) => answered(row, row.not_working_together ? {} : null),
  (row) => answered(row, { ...row.answers, R1: row.answers?.['R1'] === 3 ? 4 : 3 }),
  (row) => answered(row, { ...row.answers, E2: row.answers?.['E2'] === null ? 2 : null }),
  (row) => ({ ...row, submitted: at(-9_500) }),
];
const pick = <Item>(from: readonly Item[]) => fc.constantFrom(...from);

describe('what counts in a file of answers collected elsewhere', () => {
  it('is the same in any kind of file, any order and other words, beside rows that are dropped, whatever the head says', () => {
    const cases = kept.chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        noise: fc.array(fc.tuple(pick(rows), pick(dropped)), { maxLength: 8 }),
        wordings: fc.array(pick(reworded), { minLength: rows.length, maxLength: rows.length }),
        order: fc.infiniteStream(fc.nat()),
        as: fc.oneof(fc.constant('json' as const), anyDialect),
        head: fc.record({
          k: pick([5, 7]),
          mode: pick(['auto', 'matrix', 'pooled']),
          close: pick([close, '2020-02-06T15:00:30Z']),
        }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ rows, noise, wordings, order, as, head }) => {
        const all = [...rows.map((row, n) => wordings[n]?.(row) ?? row), ...noise.map(([row, drop]) => drop(row))];
        const shuffled = all
          .map((row) => ({ row, place: Number(order.next().value) }))
          .sort((one, other) => one.place - other.place)
          .map(({ row }) => row);
        assert.deepEqual(contentOf(shuffled, as, head), contentOf(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('is another one where a row that counts is another, or is missing, or is one more', () => {
    fc.assert(
      fc.property(kept, fc.nat(), pick(different), anyDialect, (rows, which, change, dialect) => {
        const place = which % rows.length;
        const changed = rows.map((row, n) => (n === place ? change(row) : row));
        const person = rows[place]?.respondent;
        const renamed = rows.map((row) => (row.respondent === person ? { ...row, respondent: 'somebody else' } : row));
        const fewer = rows.filter((_, n) => n !== place);
        const { own } = contentOf(rows);
        for (const other of [changed, renamed, fewer]) assert.notDeepEqual(contentOf(other, dialect).own, own);
      }),
      { numRuns: 300 },
    );
  });
});
