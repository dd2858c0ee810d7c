import { z } from 'zod';
import type { SilentQuestion } from '../domain/meetings/silent.ts';
import { written } from './written.ts';

/**
 * What each writes on their own about a focus area, below `/api/channels/{channel id}/meetings/{number}/agenda/areas/{area}/silent`.
 * Organisations are named by their number as text. How long a text may be is for the use case to say.
 */
export const silentQuestions = ['harder', 'most help', 'start or stop', 'help here'] as const satisfies readonly SilentQuestion[];

const question = z.enum(silentQuestions);
/** Fewest texts of which any is shown. */
const k = z.int().min(3);

/** `GET`, and the answer to every change. */
export const silentPage = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('not open') }),
  /** `written`: null where it is fewer than k. `own`: the reader's, null where there is none. Nobody sees anything else (method.md, P5). */
  z.strictObject({
    ...{ is: z.literal('writing'), question, k, mayWrite: z.boolean() },
    ...{ written: z.int().min(0).nullable(), own: z.string().nullable() },
  }),
  /** In an order that says nothing, without a name; empty: fewer than k wrote. `turns`: who speaks when, each organisation once a turn. */
  z.strictObject({
    ...{ is: z.literal('shown'), question, k },
    ...{ texts: z.array(z.string()), turns: z.array(z.array(z.string())) },
  }),
]);
export type SilentPage = z.infer<typeof silentPage>;

/** `POST`. Who leads the meeting opens and shows; everybody writes. */
export const silentChange = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('open'), question }),
  /** Its writer has confirmed that all partners will read it. */
  z.strictObject({ is: z.literal('write'), text: written(2_000), confirmed: z.literal(true) }),
  z.strictObject({ is: z.literal('take back') }),
  /** `few`: also where fewer than k have written, so that nothing is shown. */
  z.strictObject({ is: z.literal('show'), few: z.boolean() }),
]);
export type SilentChange = z.infer<typeof silentChange>;
