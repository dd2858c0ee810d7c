import { z } from 'zod';
import type { Row } from '../domain/scoring/sums-from-rows.ts';

/** Words for a value that is not as it must be; a key that is not there is called missing. */
export const must = (be: string) => ({
  error: (issue: { readonly input?: unknown }): string => (issue.input === undefined ? 'is missing' : `must be ${be}`),
});

/** A key that starts with `_` is a remark of whoever wrote the file, at every level. */
export const withoutRemarks = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('_')))
    : value;

export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);

const objectWords = (issue: z.core.$ZodRawIssue): string => {
  if (issue.code === 'unrecognized_keys') return `has the unknown key ${issue.keys.slice(0, 5).map(quoted).join(', ')}`;
  return issue.input === undefined ? 'is missing' : 'must be an object';
};

/** An object that has these keys, remarks, and no others. */
export const exactly = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.preprocess(withoutRemarks, z.strictObject(shape, { error: objectWords }));

/** `answers.R2 must be ...`, one for each thing that is wrong. `whole`: what to call the thing itself. */
export const reasons = (error: z.ZodError, whole: string): string[] =>
  error.issues.map(({ path, message }) => `${path.length === 0 ? whole : path.map(String).join('.')} ${message}`);

const written = must('a date and time with seconds and zone, such as 2026-02-06T15:00:00Z');

/** Milliseconds since 1970, UTC. Date.parse drops what is finer, which would make two rows of one millisecond a tie. */
export const instant = z.iso.datetime({ ...written, offset: true }).transform((text) => {
  const finer = /\.\d{3}(\d+)/.exec(text)?.[1];
  return Date.parse(text) + (finer === undefined ? 0 : Number(`0.${finer}`));
});

export const role = z.enum(['leader', 'employee'], must('"leader" or "employee"'));

const someText = must('a text that is not empty');
/** Half of a pair of UTF-16: two texts that differ only there are one text once they are bytes, so two respondents would be one. */
export const brokenText = 'must be a text without broken characters';
const text = z
  .string(someText)
  .min(1, someText)
  .regex(/^\P{Cs}*$/u, brokenText);

const wholeOneToFive = must('a whole number from 1 to 5, or null');
const rating = z.int(wholeOneToFive).min(1, wholeOneToFive).max(5, wholeOneToFive).nullish();

const answers = exactly({
  R1: rating,
  R2: rating,
  R3: rating,
  R4: rating,
  R5: rating,
  R6: rating,
  R7: rating,
  E1: rating,
  E2: rating,
  L1: rating,
  L2: rating,
  L3: rating,
}).transform((all): Row['ratings'] => Object.fromEntries(Object.entries(all).filter(([, given]) => typeof given === 'number')));

/** One line of `rows`, as the domain reads it; `round` is kept to tell that a file holds one round only. */
export const roundFileRow = exactly({
  round: z.int(must('a whole number')).optional(),
  respondent: text,
  org: text,
  role,
  target: text,
  not_working_together: z.boolean(must('true or false')),
  answers: answers.nullable(),
  submitted: instant,
})
  .refine((row) => row.not_working_together === (row.answers === null), {
    path: ['answers'],
    message: 'must be null when not_working_together is true, and an object when it is false',
  })
  .transform(({ round, org, target, not_working_together, answers, ...rest }) => ({
    round,
    row: { ...rest, from: org, to: target, notWorkingTogether: not_working_together, ratings: answers ?? {} } satisfies Row,
  }));
export type RoundFileRow = z.infer<typeof roundFileRow>;
