import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { changeOf } from '../../../bot/domain/scoring/change.ts';
import { signFlipOf, statisticsOf } from '../../../bot/domain/scoring/paired-statistics.ts';
import type { PairedSums } from '../../../bot/domain/sums.ts';
import { readRoundFile } from '../../../bot/contracts/round-file.ts';
import { pairedSumsOfRows } from '../../../bot/domain/scoring/paired-sums-from-rows.ts';
import { keptOf } from '../../../bot/domain/scoring/sums-from-rows.ts';
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

const heads = { answered: count, invited: count };
const response = z.record(
  z.string(),
  z.object({
    all: z.object({ ...heads, rate: count, coverage_flag: z.string() }),
    leader: z.object({ ...heads, rate: count }),
    employee: z.object({ ...heads, rate: count.nullable() }).optional(),
  }),
);

const change = z.object({
  n_round1: count,
  n_round2: count,
  n_paired: count,
  numeric_allowed: z.boolean(),
  sign_flip_p: count.optional(),
  mean_change_exact: count.optional(),
  sd: count.optional(),
  ci95_exact: z.tuple([count, count]).optional(),
  mean_change: count.optional(),
  ci95: z.tuple([count, count]).optional(),
  label: z.string(),
});
type ExpectedChange = z.infer<typeof change>;

const example = z
  .object({
    input: z.object({
      organisations: z.record(z.string(), z.string()),
      invited: z.record(z.string(), z.unknown()),
      close: z.record(z.string(), z.string()),
      rows: z.array(z.looseObject({ round: count })),
    }),
    expected: z.object({
      rows_used: z.object({ round1: count, round2: count }),
      change_leaders_round1_to_round2_k3: change,
      change_cases: z.array(z.object({ d: z.array(count), n1: count, n2: count, k: count, expected: change })).length(5),
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

const fileOf = (round: number, k: number, audience: readonly string[], mode = 'auto') => {
  const { organisations, invited } = input;
  const rows = input.rows.filter((row) => row.round === round);
  return { k, mode, audience, organisations, invited, close: input.close[String(round)], rows };
};
type RoundOfExample = ReturnType<typeof fileOf>;

/** What the command line prints of a round of the example, and an earlier one. */
const printed = (round: RoundOfExample, previous?: RoundOfExample): Results => {
  let out = '';
  let complaints = '';
  resultsOfFile(
    ['ROUND.json', ...(previous ? ['--previous', 'EARLIER.json'] : [])],
    (path) => JSON.stringify(path === 'ROUND.json' ? round : previous),
    (text) => (out += text),
    (text) => (complaints += text),
  );
  assert.equal(complaints, '');
  return results.parse(JSON.parse(out));
};
const published = (...round: Parameters<typeof fileOf>): Results => printed(fileOf(...round));

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

  it('round 1, leaders or employees only: the response of each', () => {
    const k = 3;
    const of = (role: 'leader' | 'employee', [id, given]: [string, z.infer<typeof response>[string]]) => {
      const { answered, invited, rate } = given[role] ?? { answered: 0, invited: 0, rate: null };
      return [id, invited < k ? hidden : { answered, invited, rate }] as const;
    };
    for (const role of ['leader', 'employee'] as const) {
      const shown = map(published(1, k, [role], 'matrix').response, (one) => {
        if ('hidden' in one) return one;
        const { answered, invited, rate } = one;
        return { answered, invited, rate };
      });
      assert.deepEqual(shown, Object.fromEntries(Object.entries(expected.response_round1).map((one) => of(role, one))));
    }
  });

  it('leaders alone at k = 5 make a pooled round, because one of four organisations has five invited', () => {
    assert.equal(published(1, 5, ['leader']).mode, 'pooled');
  });
});

/** What is published of a change, in the words of the results. */
const changeShown = ({ n_paired, numeric_allowed, mean_change, ci95, label }: ExpectedChange): object => ({
  nPaired: n_paired,
  ...(numeric_allowed && { mean: mean_change, interval: ci95 }),
  label,
});

/** What the engine knows and does not publish; `digits` of the example after the point. */
const assertStatistics = (paired: PairedSums, wanted: ExpectedChange): void => {
  if (!wanted.numeric_allowed) return;
  const { mean, deviation, interval } = statisticsOf(paired);
  const near = (value: number | undefined, other: number | undefined, digits: number): void => {
    assert.equal(value?.toFixed(digits), other?.toFixed(digits));
  };
  near(Number(mean.numerator) / Number(mean.denominator), wanted.mean_change_exact, 6);
  near(deviation, wanted.sd, 6);
  near(interval[0], wanted.ci95_exact?.[0], 4);
  near(interval[1], wanted.ci95_exact?.[1], 4);
  near(signFlipOf(paired), wanted.sign_flip_p, 4);
};

describe('change in the worked example comes out to the last number', () => {
  const wanted = expected.change_leaders_round1_to_round2_k3;
  const leaders = ['leader'];

  it('leaders, round 1 to round 2, k = 3', () => {
    const { change: shown } = printed(fileOf(2, 3, leaders), fileOf(1, 3, leaders));
    const { cells, ...numbers } = shown ?? {};
    assert.deepEqual(numbers, changeShown(wanted));
    assert.deepEqual([cells?.['A>H'], cells?.['H>A'], cells?.['N>B']], ['higher', 'no clear change', undefined]);
    assert.equal(Object.keys(cells ?? {}).length, expected.round2_leaders_k3.network.published_cells);
  });

  it('the same where round 1 asked employees too: only leaders are compared, cell by cell where a split shows them', () => {
    const { change: shown } = printed(fileOf(2, 3, leaders), fileOf(1, 3, everybody));
    const { cells, ...numbers } = shown ?? {};
    assert.deepEqual(numbers, changeShown(wanted));
    assert.deepEqual(Object.keys(cells ?? {}), ['H>A', 'H>B', 'H>N', 'A>H', 'A>B', 'A>N']);
  });

  it('the same for the network seen as a whole, without cells', () => {
    const { change: shown } = printed(fileOf(2, 3, leaders, 'pooled'), fileOf(1, 3, leaders));
    assert.deepEqual(shown, changeShown(wanted));
  });

  it('what the engine counts on the way', () => {
    const [before, now] = [1, 2].map((number) => {
      const read = readRoundFile(JSON.stringify(fileOf(number, 3, leaders)), fileOf(number, 3, leaders));
      assert.ok('round' in read);
      return read.round;
    });
    assert.ok(before && now);
    const paired = pairedSumsOfRows(before, now);
    assert.deepEqual([paired.before, paired.now], [wanted.n_round1, wanted.n_round2]);
    assertStatistics(paired, wanted);
  });

  it('and uses 90 rows of round 1, 51 of round 2', () => {
    const used = [1, 2].map((number) => {
      const file = fileOf(number, 3, everybody);
      const read = readRoundFile(JSON.stringify(file), file);
      assert.ok('round' in read);
      const { rows, close, audience } = read.round;
      return [...keptOf(rows, close, audience).values()].reduce((sum, about) => sum + about.size, 0);
    });
    assert.deepEqual(used, [expected.rows_used.round1, expected.rows_used.round2]);
  });

  expected.change_cases.forEach(({ d, n1, n2, k, expected: outcome }, place) => {
    it(`case ${place + 1}: ${outcome.label}`, () => {
      const movements = d.map((one) => ({ people: 1, targets: 1, sum: Math.round(one * 420) }));
      const paired = { before: n1, now: n2, compared: { before: n1, now: n2 }, movements };
      assert.deepEqual(changeOf(paired, k), changeShown(outcome));
      assertStatistics(paired, outcome);
    });
  });
});
