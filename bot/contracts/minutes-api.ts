import { z } from 'zod';

const date = z.iso.date();
/** HH:MM in the collaboration's zone. */
const starts = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `GET /api/channels/{channel id}/meetings/{number}/minutes`: what came of a meeting that was held. Dates are of the collaboration's zone. */
export const minutesPage = z.strictObject({
  purpose: z.string(),
  zone: z.string(),
  meeting: z.int().min(1),
  date,
  /** Null: it was held before that was kept. */
  ended: z.iso.datetime().nullable(),
  /** In the order in which they were made. */
  decisions: z.array(z.string()),
  /** Agreed in it. An owner without a name has left. */
  agreed: z.array(
    z.strictObject({
      id: z.int().min(1),
      text: z.string(),
      due: date,
      owners: z.array(z.strictObject({ name: z.string().nullable(), organisation: z.string() })),
    }),
  ),
  /** Null: no other is planned. */
  next: z.strictObject({ date, starts }).nullable(),
});
export type MinutesPage = z.infer<typeof minutesPage>;
