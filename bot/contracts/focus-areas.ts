import { z } from 'zod';

const id = z.string();
const oneDecimal = z.number();
const item = z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
const profiles = z.int().min(2);

const focusArea = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('expectation gap'),
    from: id,
    to: id,
    need: oneDecimal,
    canGive: oneDecimal,
    gap: oneDecimal,
  }),
  z.strictObject({ kind: z.literal('asymmetric pair'), one: id, other: id, there: oneDecimal, back: oneDecimal, gap: oneDecimal }),
  z.strictObject({
    kind: z.literal('mutual attention'),
    one: id,
    other: id,
    there: oneDecimal,
    back: oneDecimal,
    strength: oneDecimal,
  }),
  z.strictObject({ kind: z.literal('item'), item, mean: oneDecimal, profiles }),
  z.strictObject({
    kind: z.literal('stuck because'),
    reason: z.enum(['someone else', 'no time', 'rule or law', 'system', 'unclear']),
    count: z.int().min(3),
  }),
]);

const strength = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mutual strength'), one: id, other: id, strength: oneDecimal }),
  z.strictObject({ kind: z.literal('strong side'), from: id, to: id, index: oneDecimal }),
  z.strictObject({ kind: z.literal('item'), item, mean: oneDecimal, profiles }),
]);

/** What is proposed to talk about, and one thing that works; the same as bot/domain/scoring/focus-areas.ts. */
export const focusAreas = z.strictObject({ proposed: z.array(focusArea).max(3), strength: strength.nullable() });
export type FocusAreas = z.infer<typeof focusAreas>;
