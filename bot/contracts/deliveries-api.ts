import { z } from 'zod';
import type { DeliveryKind } from '../domain/delivery.ts';
import type { ListFilter } from '../domain/delivery-list.ts';

const instant = z.iso.datetime();
const filters = ['all', 'waiting', 'sent', 'trouble'] as const satisfies readonly ListFilter[];
const kinds = [
  'survey',
  'nudge',
  'digest',
  'agreed',
  'check-out',
  'survey not opened',
  'brief',
  'update request',
  'since last',
  'minutes',
  'link asked',
  'linked',
] as const satisfies readonly DeliveryKind[];

/** `reason` and `why`: the server's own words, in the reader's language. */
const outcome = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['sent', 'unknown', 'on its way', 'not needed', 'not told']) }),
  z.strictObject({
    is: z.literal('waiting'),
    why: z.string().nullable(),
  }),
  z.strictObject({ is: z.enum(['failed', 'could not reach']), reason: z.string() }),
]);

const delivery = z.strictObject({
  id: z.int().min(1),
  kind: z.enum(kinds),
  round: z.int().min(1).nullable(),
  /** How many a nudge, digest or card of agreed ones is about. */
  actions: z.int().min(0),
  /** Null: the channel. */
  to: z.strictObject({ name: z.string(), organisation: z.string().nullable() }).nullable(),
  /** When it came up; of the channel's, when it became what it is. */
  at: instant,
  outcome,
});
export type DeliveryShown = z.infer<typeof delivery>;

/** `GET /api/channels/{channel id}/deliveries?only=...&before=...`, newest first; for integration managers. */
export const deliveriesPage = z.strictObject({
  zone: z.string(),
  /** Null: messages go out. */
  stopped: z.strictObject({ since: instant, by: z.string().nullable() }).nullable(),
  /** The collaboration is closed: messages are never started again. */
  closed: z.boolean().default(false),
  remindersAreOut: z.boolean(),
  /** What became of the personal copies of the latest round, in one sentence. */
  copies: z.strictObject({ round: z.int().min(1), sentence: z.string() }).nullable(),
  rows: z.array(delivery),
  more: z.boolean(),
});
export type DeliveriesPage = z.infer<typeof deliveriesPage>;

export const deliveriesQuery = z.strictObject({
  only: z.enum(filters).default('all'),
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .optional(),
});

/** `POST /api/channels/{channel id}/deliveries`: stops all messages, or starts them; answers with the first page. */
export const sendingWish = z.strictObject({ stopped: z.boolean() });
