import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { results, type MatrixResults, type Results } from '../../bot/contracts/results.ts';
import { overview, snapshot, type Overview } from '../../bot/contracts/tab-api.ts';

const flagged = z.object({ all: z.object({ answered: z.int(), invited: z.int(), rate: z.number(), coverage_flag: z.string() }) });
const cell = z.object({
  published: z.boolean(),
  n: z.int(),
  not_working_together: z.int().optional(),
  index: z.number().optional(),
  floored: z.boolean().optional(),
  band: z.string().optional(),
});
const gap = z.object({
  published: z.boolean(),
  need: z.number().optional(),
  can_give: z.number().optional(),
  gap: z.number().optional(),
  flag: z.string().optional(),
});
const scored = z.object({
  k: z.int(),
  cells: z.record(z.string(), cell),
  dyads: z.record(z.string(), z.unknown()),
  aggregates: z.object({ seen_by_others: z.unknown(), sees_others: z.unknown() }),
  network: z.object({
    possible_cells: z.int(),
    published_cells: z.int(),
    coverage: z.number(),
    network_index: z.number(),
    strong_tie_density: z.number(),
    reciprocity_of_strong_ties: z.number(),
  }),
  expectation_gaps: z.record(z.string(), gap),
});
const workedExample = z
  .object({
    input: z.object({ organisations: z.record(z.string(), z.string()) }),
    expected: z.object({
      response_round1: z.record(z.string(), flagged),
      round1_k3: scored,
      round1_k5: scored,
      round1_pooled_mode_k5: z.record(z.string(), cell),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../worked-example.json', import.meta.url), 'utf8')));

const { input, expected } = workedExample;
const hidden = { hidden: 'fewer than k' };
const each = <In, Out>(of: Record<string, In>, make: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value)]));

const response = each(expected.response_round1, ({ all: { answered, invited, rate, coverage_flag: flag } }) => ({
  answered,
  invited,
  rate,
  flag,
}));

function matrixOf({ k, cells, dyads, aggregates, network, expectation_gaps: gaps }: z.infer<typeof scored>): Results {
  return results.parse({
    mode: 'matrix',
    k,
    response,
    pairs: dyads,
    cells: each(cells, ({ published, n, index, floored: orLower, band, not_working_together: notWorkingTogether }) =>
      published ? { n, index, orLower, band, notWorkingTogether } : { ...hidden, notWorkingTogether },
    ),
    seenByOthers: aggregates.seen_by_others,
    seesOthers: aggregates.sees_others,
    network: {
      possibleCells: network.possible_cells,
      publishedCells: network.published_cells,
      coverage: network.coverage,
      index: network.network_index,
      strongTieDensity: network.strong_tie_density,
      reciprocity: network.reciprocity_of_strong_ties,
    },
    expectationGaps: each(gaps, ({ published, need, can_give: canGive, gap: between, flag }) =>
      published ? { need, canGive, gap: between, flag } : hidden,
    ),
  });
}

export const matrix3 = matrixOf(expected.round1_k3);
export const matrix5 = matrixOf(expected.round1_k5);
export const pooled = results.parse({
  mode: 'pooled',
  k: 5,
  response,
  seen: { ...each(expected.round1_pooled_mode_k5, ({ n, index, band }) => ({ n, index, orLower: false, band })), N: hidden },
});

/** Nothing publishable: five people per organisation were asked for, and fewer answered about every relation. */
export const nothing = results.parse({
  mode: 'pooled',
  k: 5,
  response: each(response, () => hidden),
  seen: each(response, () => hidden),
});

/** The matrix with what is rare: very low response in B, and a mean at the floor in H's view of N. */
export const rare = ((): MatrixResults => {
  if (matrix3.mode !== 'matrix') throw new Error('The worked example is a matrix.');
  const { B, ...others } = matrix3.response;
  if (!B || !('flag' in B)) throw new Error('B has its response in the worked example.');
  return {
    ...matrix3,
    response: { ...others, B: { answered: 4, invited: 10, rate: 0.4, flag: 'very low' } },
    cells: { ...matrix3.cells, 'H>N': { n: 9, index: 1.5, orLower: true, band: 'attention', notWorkingTogether: 1 } },
  };
})();

const organisations = Object.entries(input.organisations).map(([id, name]) => ({ id, name }));

export const snapshotOf = (published: Results) =>
  snapshot.parse({
    version: 1,
    round: 1,
    opened: '2026-01-23T08:00:00Z',
    closed: '2026-02-06T15:00:00Z',
    audience: ['leader', 'employee'],
    organisations,
    results: published,
  });

/** Round 2, a few days in; the welfare office has fewer than five invited. */
export const openRound = {
  round: 2,
  k: 5,
  mode: 'matrix',
  audience: ['leader'],
  opened: '2026-05-22T07:00:00Z',
  closes: '2026-06-05T22:30:00Z',
  answered: 13,
  invited: 19,
  response: {
    H: { answered: 4, invited: 5 },
    A: { answered: 5, invited: 5 },
    B: { answered: 2, invited: 5 },
    N: { hidden: 'fewer than k' },
  },
} satisfies Overview['open'];

export const overviewOf = (parts: Partial<Overview>): Overview =>
  overview.parse({
    purpose: 'People who leave hospital meet one plan, not four.',
    language: 'en',
    zone: 'Europe/Oslo',
    nextMeeting: '2026-06-09',
    organisations,
    you: { organisation: 'A', role: 'leader', integrationManager: false },
    open: null,
    latest: null,
    ...parts,
  });
