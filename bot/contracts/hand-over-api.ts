import { z } from 'zod';
import { actionKinds, stuckReasons, verdicts } from './action-choices.ts';
import { snapshot } from './tab-api.ts';

const date = z.iso.date();

/**
 * `GET /api/channels/{channel id}/hand-over`: everything the partners may keep, for every member; the tab makes files of it. No person is
 * named by it: owners are organisations. Organisations by their names.
 */
export const handOver = z.strictObject({
  purpose: z.string(),
  outcomes: z.array(z.string()),
  /** Null: the collaboration is at work. */
  closed: z.iso.datetime().nullable(),
  /** What was published of every round, in the order in which they closed. */
  rounds: z.array(snapshot),
  /** By due date. */
  actions: z.array(
    z.strictObject({
      action: z.int(),
      text: z.string(),
      kind: z.enum(actionKinds),
      state: z.enum(['open', 'stuck', 'done', 'dropped']),
      agreed: date,
      due: date,
      closed: date.nullable(),
      owners: z.array(z.string()),
      nextStep: z.string().nullable(),
      stuck: z.enum(stuckReasons).nullable(),
      verdict: z.enum(verdicts).nullable(),
      /** Business as usual with this organisation. */
      keptBy: z.string().nullable(),
    }),
  ),
  /** By the dates of their meetings. */
  decisions: z.array(z.strictObject({ meeting: date, text: z.string() })),
});
export type HandOver = z.infer<typeof handOver>;
