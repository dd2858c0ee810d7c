import { z } from 'zod';
import { stuckReasons } from './action-choices.ts';
import { checkBackResults, focusAreas } from './results.ts';

const instant = z.iso.datetime();
const count = z.int().min(0);
const round = z.int().min(1);

/** How far one outcome is, as it was published. */
const reached = checkBackResults.shape.items.valueType;

/** One priority as a meeting chose it. `kind` null: no result that is published says so of that pair. */
const chosenTopic = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('pair'),
    kind: z.enum(['expectation gap', 'asymmetric pair', 'mutual attention']).nullable(),
    ...{ one: z.string(), other: z.string() },
  }),
  z.strictObject({ is: z.literal('item'), item: z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']) }),
  z.strictObject({ is: z.literal('stuck because'), reason: z.enum(stuckReasons) }),
  z.strictObject({ is: z.literal('own'), text: z.string() }),
]);

/**
 * `GET /api/channels/{channel id}/summary`: what the one-page summary and the plan as a picture are made of. Numbers of answers come from
 * snapshots alone; of actions and meetings there are counts, and no person's name is anywhere.
 */
export const summary = z.strictObject({
  purpose: z.string(),
  zone: z.string(),
  /** YYYY-MM-DD in `zone`: the day it was read. */
  today: z.iso.date(),
  /** Names of those that take part now, in the order of set-up. */
  organisations: z.array(z.string()),
  /** In their order; `reached` of the latest check-back, null where it did not ask about it. */
  outcomes: z.array(z.strictObject({ text: z.string(), reached: reached.nullable() })),
  /** The latest; null: there was none. */
  checkBack: z.strictObject({ round, closed: instant, k: z.int().min(3) }).nullable(),
  /** The network index of each round that shows one, in the order in which they closed; 1 decimal. */
  index: z.array(
    z.strictObject({ round, closed: instant, value: z.number(), audience: z.array(z.enum(['leader', 'employee'])).min(1) }),
  ),
  /** By the latest meeting that chose any, in its order; null: no meeting has, and what is proposed stands in `focus`. Pairs by their names. */
  chosen: z.strictObject({ meeting: z.int().min(1), date: z.iso.date(), topics: z.array(chosenTopic).min(1) }).nullable(),
  /** As proposed by the latest round about relations; ids are of its own organisations. */
  focus: focusAreas
    .extend({ round, closed: instant, organisations: z.array(z.strictObject({ id: z.string(), name: z.string() })) })
    .nullable(),
  /** `counted`: how many of those held say how many were there; the fewest and the most of them, null where none does. */
  meetings: z.strictObject({
    held: count,
    counted: count,
    present: z.strictObject({ fewest: count, most: count }).nullable(),
  }),
  /** What was dropped is in none of it. `carriedOver`: due by the last meeting held and not done by then; null where none was held. */
  actions: z.strictObject({ agreed: count, done: count, carriedOver: count.nullable() }),
  /** Tests of change under way, by due date, and how many more there are. `organisations`: their owners'. */
  tests: z.strictObject({
    shown: z.array(z.strictObject({ text: z.string(), due: z.iso.date(), organisations: z.array(z.string()) })),
    more: count,
  }),
  /** What came out of tests and is kept, the newest first. */
  businessAsUsual: z.strictObject({
    shown: z.array(z.strictObject({ text: z.string(), organisation: z.string() })),
    more: count,
  }),
});
export type Summary = z.infer<typeof summary>;
