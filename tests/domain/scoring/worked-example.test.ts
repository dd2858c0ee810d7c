import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { resultsOfFile } from '../../../bot/handlers/results-of-file.ts';
import { results } from '../../../bot/contracts/results.ts';
import type { Results } from '../../../bot/contracts/results.ts';

const count = z.number();
const cell = z.object({
  n: count,
  not_working_together: count,
  published: z.boolean(),
  index: count.optional(),
  floored: z.boolean().optional(),
  band: z.string().optional(),
  item_profile_published: z.boolean().optional(),
  items: z.record(z.string(), count).optional(),
  items_floored: z.array(z.string()).optional(),
  agreement: z.string().optional(),
  split_published: z.boolean().optional(),
  leaders: count.optional(),
  employees: count.optional(),
  leader_employee_gap: count.optional(),
  leader_employee_flag: z.string().optional(),
});
type ExpectedCell = z.infer<typeof cell>;

const byOrganisation = z.record(z.string(), count.nullable());
const scored = z.object({
  k: count,
  cells: z.record(z.string(), cell),
  dyads: z.record(z.string(), z.object({ strength: count.optional(), gap: count.optional(), status: z.string() })),
  aggregates: z.object({ seen_by_others: byOrganisation, sees_others: byOrganisation }),
  network: z.object({
    possible_cells: count,
    published_cells: count,
    coverage: count,
    network_index: count,
    strong_tie_density: count,
    reciprocity_of_strong_ties: count,
  }),
  expectation_gaps: z.record(
    z.string(),
    z.object({
      published: z.boolean(),
      need: count.optional(),
      can_give: count.optional(),
      gap: count.optional(),
      flag: z.string().optional(),
    }),
  ),
});
type Scored = z.infer<typeof scored>;

const response = z.record(
  z.string(),
  z.object({ all: z.object({ answered: count, invited: count, rate: count, coverage_flag: z.string() }) }),
);

const example = z
  .object({
    input: z.object({
      organisations: z.record(z.string(), z.string()),
      invited: z.record(z.string(), z.unknown()),
      close: z.record(z.string(), z.string()),
      rows: z.array(z.looseObject({ round: count })),
    }),
    expected: z.object({
      response_round1: response,
      response_round2_leaders: response,
      round1_k3: scored,
      round1_k5: scored,
      round2_leaders_k3: scored,
      round1_leaders_only_k3: scored,
      round1_pooled_mode_k5: z.record(z.string(), z.object({ n: count, published: z.boolean(), index: count, band: z.string() })),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../../worked-example.json', import.meta.url), 'utf8')));

const { input, expected } = example;
const everybody = ['leader', 'employee'];

/** What the command line prints of one round of the example. */
const published = (round: number, k: number, audience: readonly string[], mode = 'auto'): Results => {
  const { organisations, invited } = input;
  const rows = input.rows.filter((row) => row.round === round);
  const file = JSON.stringify({ k, mode, audience, organisations, invited, close: input.close[String(round)], rows });
  let out = '';
  let complaints = '';
  resultsOfFile(
    ['ROUND.json'],
    () => file,
    (text) => (out += text),
    (text) => (complaints += text),
  );
  assert.equal(complaints, '');
  return results.parse(JSON.parse(out));
};

const hidden = { hidden: 'fewer than k' };
const map = <T, U>(record: Record<string, T>, of: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));

/** A cell of the example in the words of the results. */
const cellOf =
  (k: number) =>
  (given: ExpectedCell): object => {
    const apart = given.n + given.not_working_together >= k ? { notWorkingTogether: given.not_working_together } : {};
    if (!given.published) return { ...hidden, ...apart };
    const { n, index, floored, band, items, items_floored, agreement, leaders, employees } = given;
    const split = { leaders, employees, gap: given.leader_employee_gap, flag: given.leader_employee_flag };
    return {
      ...{ n, index, orLower: floored, band, ...apart },
      ...(given.item_profile_published && { items, itemsOrLower: items_floored }),
      ...(agreement && { agreement }),
      ...(given.split_published && { split }),
    };
  };

const responseOf = ({ all }: z.infer<typeof response>[string]): object => ({
  answered: all.answered,
  invited: all.invited,
  rate: all.rate,
  flag: all.coverage_flag,
});

const matrixOf = (scores: Scored, responses: z.infer<typeof response>): object => {
  const { k, cells, dyads, aggregates, network, expectation_gaps } = scores;
  return {
    mode: 'matrix',
    k,
    response: map(responses, responseOf),
    cells: map(cells, cellOf(k)),
    pairs: dyads,
    seenByOthers: aggregates.seen_by_others,
    seesOthers: aggregates.sees_others,
    network: {
      possibleCells: network.possible_cells,
      publishedCells: network.published_cells,
      coverage: Number(network.coverage.toFixed(2)),
      index: network.network_index,
      strongTieDensity: network.strong_tie_density,
      reciprocity: network.reciprocity_of_strong_ties,
    },
    expectationGaps: map(expectation_gaps, ({ published: shown, need, can_give, gap, flag }) =>
      shown ? { need, canGive: can_give, gap, flag } : hidden,
    ),
  };
};

describe('the worked example comes out to the last number', () => {
  it('round 1, leaders and employees, k = 3', () => {
    assert.deepEqual(published(1, 3, everybody), matrixOf(expected.round1_k3, expected.response_round1));
  });

  it('round 1, leaders and employees, k = 5: the welfare office, with 4 invited, shows no response', () => {
    const wanted = matrixOf(expected.round1_k5, expected.response_round1) as Results;
    assert.deepEqual(published(1, 5, everybody), { ...wanted, response: { ...wanted.response, N: hidden } });
  });

  it('round 1, leaders only, k = 3', () => {
    // In round 1 every leader who was invited answered, as in round 2.
    assert.deepEqual(published(1, 3, ['leader']), matrixOf(expected.round1_leaders_only_k3, expected.response_round2_leaders));
  });

  it('round 2, leaders only, k = 3', () => {
    assert.deepEqual(published(2, 3, ['leader']), matrixOf(expected.round2_leaders_k3, expected.response_round2_leaders));
  });

  it('round 1, pooled, k = 5', () => {
    const wanted = map(expected.round1_pooled_mode_k5, ({ n, index, band }) => ({ n, index, orLower: false, band }));
    const pooled = published(1, 5, everybody, 'pooled');
    assert.deepEqual(pooled.mode === 'pooled' && pooled.seen, wanted);
  });

  it('leaders alone at k = 5 make a pooled round, because one of four organisations has five invited', () => {
    assert.equal(published(1, 5, ['leader']).mode, 'pooled');
  });
});
