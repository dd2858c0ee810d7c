import { z } from 'zod';
import { written } from './written.ts';

/** How long a text may be is for the use case to say, in a sentence; what is longer than this was not typed. */
const text = written(2_000);
const version = z.int().min(0).max(2_147_483_647);

/** `GET /api/channels/{channel id}/about`, for everybody in the channel, and the answer to every change. */
export const aboutPage = z.strictObject({
  /** In the order of set-up, also those that have left. */
  organisations: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      left: z.boolean(),
      /** The reader answers for it, or is an integration manager. */
      mayWrite: z.boolean(),
      /** Sent along with a change; 0: nothing has been written yet. */
      version,
      /** Empty where nothing has been written; may have lines. */
      does: z.string(),
      doesNot: z.string(),
      reach: z.string(),
    }),
  ),
  /** Characters of one text. */
  longest: z.int().min(1),
});
export type AboutPage = z.infer<typeof aboutPage>;

/** The end of `PUT /api/channels/{channel id}/about/{organisation}`: its number as text. */
export const aboutOrganisation = z.string().regex(/^[1-9]\d{0,4}$/);

/** What is put there: refused where somebody else has changed something since `version`. */
export const aboutChange = z.strictObject({ version, does: text, doesNot: text, reach: text });
export type AboutChange = z.infer<typeof aboutChange>;
