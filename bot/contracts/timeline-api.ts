import { z } from 'zod';
import { checkOutResults } from './check-out-api.ts';
import { snapshot } from './tab-api.ts';
import { change, checkBackResults, healthCheckResults, matrixResults, practicesResults } from './results.ts';

const instant = z.iso.datetime();

/** What every closed round says of itself, as in its snapshot. */
const head = {
  round: z.int().min(1),
  opened: instant,
  closed: instant,
  imported: z.boolean(),
  audience: z.array(z.enum(['leader', 'employee'])).min(1),
  k: z.int().min(3),
};
/** `short`: three relational items instead of seven. `change`: only its label, against the round it was compared with. */
const relational = {
  ...head,
  instrument: z.literal('relational'),
  form: z.enum(['full', 'short']),
  change: change
    .pick({ label: true })
    .extend({ since: z.int().min(1) })
    .optional(),
};

const roundOnTimeline = z.union([
  z.strictObject({ ...relational, mode: z.literal('matrix'), network: matrixResults.shape.network }),
  /** There is no index of a network whose relations are not shown one by one. */
  z.strictObject({ ...relational, mode: z.literal('pooled') }),
  z.strictObject({
    ...head,
    instrument: z.literal('health check'),
    mode: z.literal('network'),
    dimensions: healthCheckResults.shape.dimensions,
  }),
  z.strictObject({
    ...head,
    instrument: z.literal('six practices'),
    mode: z.literal('network'),
    items: practicesResults.shape.items,
  }),
  z.strictObject({
    ...head,
    instrument: z.literal('check-back'),
    mode: z.literal('network'),
    outcomes: snapshot.shape.outcomes.unwrap(),
    items: checkBackResults.shape.items,
  }),
]);
export type RoundOnTimeline = z.infer<typeof roundOnTimeline>;

/** One meeting's check-out: how people left it (a mean from 1 to 5), and whether they got to say what they needed to. */
const checkOut = z.strictObject({
  meeting: z.iso.date(),
  k: z.int().min(3),
  ...checkOutResults.pick({ energy: true, said: true }).shape,
});
export type CheckOutOfMeeting = z.infer<typeof checkOut>;

/** `GET /api/channels/{channel id}/rounds`: every closed round, in the order in which they closed; picked from the snapshots. */
export const timeline = z.strictObject({
  rounds: z.array(roundOnTimeline),
  /** Of every meeting whose check-out is closed, by their dates. */
  checkOuts: z.array(checkOut).default([]),
});
export type Timeline = z.infer<typeof timeline>;
