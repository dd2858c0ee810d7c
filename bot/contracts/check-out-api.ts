import { z } from 'zod';
import { practicesResults } from './results.ts';

/** C1 and C2 of the method, as in the domain. */
export const energies = [1, 2, 3, 4, 5] as const;
export const saids = ['yes', 'partly', 'no'] as const;

const count = z.int().min(0);
const k = z.int().min(3);

/** How people left one meeting: a mean from 1 to 5, and whether they got to say what they needed to, as counts. */
export const checkOutResults = z.strictObject({
  energy: practicesResults.shape.items.valueType,
  said: z.union([
    z.strictObject({ yes: count, partly: count, no: count }),
    z.strictObject({ hidden: z.literal('fewer than k') }),
  ]),
  /** People say elsewhere that they talk openly about what is difficult, and many did not get to speak here. */
  tooGood: z.boolean(),
});
export type CheckOutResults = z.infer<typeof checkOutResults>;

/** `GET` and `POST /api/channels/{channel id}/meetings/{number}/check-out`. */
export const checkOutPage = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('not open'), mayOpen: z.boolean() }),
  /** `answered`: null where it is fewer than k. Nothing else is known before it closes (method.md, P5). */
  z.strictObject({ is: z.literal('open'), k, closes: z.iso.datetime(), zone: z.string(), answered: count.nullable() }),
  z.strictObject({ is: z.literal('closed'), k, results: checkOutResults }),
]);
export type CheckOutPage = z.infer<typeof checkOutPage>;
