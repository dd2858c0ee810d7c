import { z } from 'zod';

/** What is published of a closed round; the output of results-format: the snapshot, the command line and the tab hold this. */
const hidden = z.strictObject({ hidden: z.literal('fewer than k') });
const oneDecimal = z.number();
const count = z.int().min(0);

const response = z.union([
  hidden,
  z.strictObject({ answered: count, invited: count, rate: z.number(), flag: z.enum(['ok', 'low', 'very low']) }),
]);

const band = z.enum(['strength', 'discuss', 'attention']);
const relationalItem = z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
const localItem = z.enum(['L1', 'L2', 'L3']);

const publishedCell = z.strictObject({
  n: count,
  index: oneDecimal,
  orLower: z.boolean(),
  band,
  notWorkingTogether: count.optional(),
  items: z.partialRecord(relationalItem, oneDecimal).optional(),
  itemsOrLower: z.array(relationalItem).optional(),
  local: z.partialRecord(localItem, oneDecimal).optional(),
  localOrLower: z.array(localItem).optional(),
  agreement: z.enum(['agree', 'partly', 'split views']).optional(),
  split: z
    .strictObject({
      leaders: oneDecimal,
      employees: oneDecimal,
      gap: oneDecimal,
      flag: z.enum(['leaders see it brighter', 'employees see it brighter', 'similar']),
    })
    .optional(),
});
const cell = z.union([hidden.extend({ notWorkingTogether: count.optional() }), publishedCell]);

const pair = z.union([
  z.strictObject({
    strength: oneDecimal,
    gap: oneDecimal,
    status: z.enum(['asymmetric', 'mutual strength', 'mutual attention', 'balanced']),
  }),
  z.strictObject({ status: z.enum(['one side hidden', 'hidden']) }),
]);

const expectationGap = z.union([
  hidden,
  z.strictObject({
    need: oneDecimal,
    canGive: oneDecimal,
    gap: oneDecimal,
    flag: z.enum(['expects clearly more', 'room to ask for more', 'aligned']),
  }),
]);

/** Against an earlier round; `mean` and `interval` are absent where the label is `too few to tell`, there sometimes `nPaired` too. */
export const change = z.strictObject({
  nPaired: count.optional(),
  mean: oneDecimal.optional(),
  interval: z.tuple([oneDecimal, oneDecimal]).optional(),
  label: z.enum([
    'clear improvement',
    'clear decline',
    'possible improvement',
    'possible decline',
    'no clear change',
    'too few to tell',
  ]),
  /** Keys `from>to`; absent in pooled mode. */
  cells: z.record(z.string(), z.enum(['higher', 'lower', 'no clear change'])).optional(),
});
export type Change = z.infer<typeof change>;

export const matrixResults = z.strictObject({
  mode: z.literal('matrix'),
  k: z.int().min(3),
  response: z.record(z.string(), response),
  /** Keys `from>to`, organisation ids. */
  cells: z.record(z.string(), cell),
  /** Keys `a-b`, in the order of the organisations. */
  pairs: z.record(z.string(), pair),
  seenByOthers: z.record(z.string(), oneDecimal.nullable()),
  seesOthers: z.record(z.string(), oneDecimal.nullable()),
  network: z.strictObject({
    possibleCells: count,
    publishedCells: count,
    coverage: z.number(),
    index: oneDecimal.nullable(),
    strongTieDensity: z.number().nullable(),
    reciprocity: z.number().nullable(),
  }),
  /** Keys `a needs from b`; empty where need and give were not both asked. */
  expectationGaps: z.record(z.string(), expectationGap),
  change: change.optional(),
});

export const pooledResults = z.strictObject({
  mode: z.literal('pooled'),
  k: z.int().min(3),
  response: z.record(z.string(), response),
  seen: z.record(z.string(), z.union([hidden, z.strictObject({ n: count, index: oneDecimal, orLower: z.boolean(), band })])),
  change: change.optional(),
});

export const results = z.discriminatedUnion('mode', [matrixResults, pooledResults]);
export type Results = z.infer<typeof results>;
export type MatrixResults = z.infer<typeof matrixResults>;
export type PooledResults = z.infer<typeof pooledResults>;

/** `n`: absent where it would tell whether somebody of a small organisation answered. */
const itemValue = z.union([hidden, z.strictObject({ n: count.optional(), value: oneDecimal, orLower: z.boolean() })]);
const networkWide = {
  mode: z.literal('network'),
  k: z.int().min(3),
  response: z.record(z.string(), response).optional(),
  local: z.partialRecord(localItem, itemValue).optional(),
};
const dimension = z.union([hidden, z.strictObject({ value: z.number(), word: z.enum(['latent', 'developing', 'active']) })]);

export const healthCheckResults = z.strictObject({
  instrument: z.literal('health check'),
  ...networkWide,
  items: z.record(z.enum(['HC1', 'HC2', 'HC3', 'HC4', 'HC5', 'HC6', 'HC7', 'HC8', 'HC9', 'HC10', 'HC11']), itemValue),
  /** 2 decimals. */
  dimensions: z.record(z.enum(['goals', 'ties', 'steering', 'rules', 'power']), dimension),
});
export type HealthCheckResults = z.infer<typeof healthCheckResults>;

export const checkBackResults = z.strictObject({
  instrument: z.literal('check-back'),
  ...networkWide,
  /** Of every outcome that was asked about; 1.0 to 3.0, with the word of the health check's bands. */
  items: z.partialRecord(
    z.enum(['O1', 'O2', 'O3', 'O4', 'O5', 'O6']),
    z.union([
      hidden,
      z.strictObject({
        ...{ n: count.optional(), value: oneDecimal, orLower: z.boolean() },
        word: z.enum(['latent', 'developing', 'active']),
      }),
    ]),
  ),
});
export type CheckBackResults = z.infer<typeof checkBackResults>;

export const practicesResults = z.strictObject({
  instrument: z.literal('six practices'),
  ...networkWide,
  items: z.record(z.enum(['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6']), itemValue),
});
export type PracticesResults = z.infer<typeof practicesResults>;

const id = z.string();
const itemMean = { item: relationalItem, mean: oneDecimal, profiles: z.int().min(2) };

export const focusArea = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('expectation gap'),
    from: id,
    to: id,
    need: oneDecimal,
    canGive: oneDecimal,
    gap: oneDecimal,
  }),
  z.strictObject({
    kind: z.literal('asymmetric pair'),
    one: id,
    other: id,
    there: oneDecimal,
    back: oneDecimal,
    gap: oneDecimal,
  }),
  z.strictObject({
    kind: z.literal('mutual attention'),
    one: id,
    other: id,
    there: oneDecimal,
    back: oneDecimal,
    strength: oneDecimal,
  }),
  z.strictObject({ kind: z.literal('item'), ...itemMean }),
  z.strictObject({
    kind: z.literal('stuck because'),
    reason: z.enum(['someone else', 'no time', 'rule or law', 'system', 'unclear']),
    count: z.int().min(3),
  }),
]);

const strength = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mutual strength'), one: id, other: id, strength: oneDecimal }),
  z.strictObject({ kind: z.literal('strong side'), from: id, to: id, index: oneDecimal }),
  z.strictObject({ kind: z.literal('item'), ...itemMean }),
]);

/** What is proposed to talk about, and one thing that works; the same as bot/domain/scoring/focus-areas.ts. */
export const focusAreas = z.strictObject({ proposed: z.array(focusArea).max(3), strength: strength.nullable() });
export type FocusAreas = z.infer<typeof focusAreas>;
