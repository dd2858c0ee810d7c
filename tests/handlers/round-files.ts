import assert from 'node:assert/strict';
import { resultsOfFile } from '../../bot/handlers/results-of-file.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Answers of four to all seven relational items. */
export const seven = { R1: 4, R2: 4, R3: 4, R4: 4, R5: 4, R6: 4, R7: 4 };

/** A good row of a round file, and what is to be different. */
export const row = (respondent: string, changes: Json = {}): Json => ({
  ...{ respondent, org: 'H', role: 'leader', target: 'A', not_working_together: false },
  ...{ answers: { ...seven, E1: null }, submitted: '2026-02-02T09:00:00Z', ...changes },
});

/** A good round file, and what is to be different. */
export const round = (changes: Json = {}): Json => ({
  k: 3,
  audience: ['leader', 'employee'],
  organisations: { H: 'Hospital trust', A: 'Municipality A' },
  invited: { H: { leader: 5, employee: 9 }, A: { leader: 4 } },
  close: '2026-02-06T15:00:00Z',
  rows: [row('h1'), row('h2'), row('h3')],
  ...changes,
});

export type Outcome = { readonly status: number; readonly out: string; readonly wrong: readonly string[] };

/** What the command line answers, with `read` for the disk. */
export const run = (argv: readonly string[], read: (path: string) => string): Outcome => {
  let out = '';
  let err = '';
  const status = resultsOfFile(
    argv,
    read,
    (text) => (out += text),
    (text) => (err += text),
  );
  assert.equal(out === '', status === 2);
  return { status, out, wrong: err.split('\n').slice(0, -1) };
};
export const ofText = (text: string): Outcome => run(['ROUND.json'], () => text);
export const of = (file: Json): Outcome => ofText(JSON.stringify(file));
