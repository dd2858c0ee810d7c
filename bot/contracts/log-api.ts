import { z } from 'zod';
import { logGroups, logKinds } from './log-kinds.ts';

const number = z.int().min(1);
const person = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('person'), name: z.string() }),
  /** `left`: no place on the roster any more; `stranger`: never had one; `clock`: the app, in its time. */
  z.strictObject({ is: z.enum(['left', 'stranger', 'clock']) }),
]);
export type LogPerson = z.infer<typeof person>;

const row = z.strictObject({
  id: number,
  at: z.iso.datetime(),
  by: person,
  what: z.enum(logKinds),
  round: number.nullable(),
  meeting: number.nullable(),
  action: number.nullable(),
  /** By name. */
  organisation: z.string().nullable(),
  /** Somebody it was done to, such as on the roster. */
  whom: person.nullable(),
});
export type LogRow = z.infer<typeof row>;

/** `GET /api/channels/{channel id}/log?only=...&before=...`, newest first; for integration managers. */
export const logPage = z.strictObject({ zone: z.string(), rows: z.array(row), more: z.boolean() });
export type LogPage = z.infer<typeof logPage>;

export const logQuery = z.strictObject({
  only: z.enum(['all', ...logGroups]).default('all'),
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .optional(),
});
