import { z } from 'zod';

/** `POST /api/channels/{channel id}/exports`: published results leave the tab as this. Answered with 200 and an empty object, once it is in the log. */
export const exportWish = z.union([
  z.strictObject({ kind: z.enum(['pptx', 'csv', 'print']), round: z.int().min(1).max(2_147_483_647) }),
  /** A page that is made of many rounds. */
  z.strictObject({ kind: z.enum(['pptx', 'print']), page: z.enum(['summary', 'plan picture']) }),
  /** Everything there is of one thing, to keep. */
  z.strictObject({ kind: z.literal('json'), page: z.literal('results') }),
  z.strictObject({ kind: z.literal('csv'), page: z.enum(['results', 'actions', 'decisions']) }),
]);
export type ExportWish = z.infer<typeof exportWish>;
