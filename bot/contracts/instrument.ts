import { z } from 'zod';
import type { QuestionId } from '../domain/instrument.ts';
import type { Instrument } from '../domain/questionnaire.ts';

const numbered = (letters: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `${letters}${place + 1}`);

/** Ids of questions, as they stand in files and in what buttons send. */
export const questionIds = [
  ...numbered('R', 7),
  ...numbered('E', 2),
  ...numbered('L', 3),
  ...numbered('HC', 11),
  ...numbered('PR', 6),
  ...numbered('O', 6),
] as readonly QuestionId[];

const text = z.string().min(1).max(300);

/** An instrument as data: the files in locales/instruments, and the copy a round keeps. */
export const instrument = z.strictObject({
  name: z.enum(['relational', 'health check', 'six practices', 'check-back']),
  version: z.int().min(1),
  form: z.enum(['full', 'short']).default('full'),
  questions: z
    .array(
      z.strictObject({
        id: z.enum(questionIds),
        scale: z.enum(['extent', 'much', 'in place']),
        asked: z.array(z.enum(['leader', 'employee'])).min(1),
        text: z.strictObject({ en: text, nb: text }),
        outcome: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, 'every question once'),
}) satisfies z.ZodType<Instrument>;
