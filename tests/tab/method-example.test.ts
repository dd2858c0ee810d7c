import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import en from '../../locales/method.en.json' with { type: 'json' };
import nb from '../../locales/method.nb.json' with { type: 'json' };
import { answersAboutH, organisations, published } from '../../tab/method/example.ts';

const row = z.object({ org: z.string(), role: z.string(), target: z.string(), round: z.int(), answers: z.unknown() });
const answers = z.record(z.string(), z.int().nullable());
const { input, expected } = z
  .object({
    input: z.object({ rows: z.array(row.extend({ _note: z.string().optional() })) }),
    expected: z.object({
      round1_leaders_only_k3: z.object({
        cells: z.record(z.string(), z.object({ published: z.boolean(), index: z.number().optional() })),
        dyads: z.record(z.string(), z.object({ strength: z.number().optional(), gap: z.number().optional() })),
        aggregates: z.object({ seen_by_others: z.record(z.string(), z.number()) }),
        network: z.object({
          published_cells: z.int(),
          network_index: z.number(),
          strong_tie_density: z.number(),
          reciprocity_of_strong_ties: z.number(),
        }),
        expectation_gaps: z.record(z.string(), z.object({ gap: z.number().optional() })),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../worked-example.json', import.meta.url), 'utf8')));
const leaders = expected.round1_leaders_only_k3;

/** The value of `(3.9 + 2.4) / 2`: sums first, then divisions from left to right. */
function valueOf(calculation: string): number {
  const [first = '', ...divisors] = calculation.split('/');
  const sum = (first.match(/[−+]? ?[\d.]+/g) ?? []).reduce(
    (total, term) => total + Number(term.replace('−', '-').replace(/[+ ]/g, '')),
    0,
  );
  return divisors.reduce((value, divisor) => value / Number(divisor), sum);
}

/** Calculations such as `66 / 28 = 2.357`, in the digits of English; each side of an equals sign against the next. */
const calculationsIn = (sentence: string): string[][] =>
  (sentence.replace(/(\d),(\d)/g, '$1.$2').match(/[(\d][\d.()+−/ ]*(?:= [(\d][\d.()+−/ ]*)+/g) ?? []).map((found) =>
    found.split('=').map((side) => side.trim().replace(/[.,]$/, '')),
  );

describe('the example on the method page', () => {
  it('is that of the worked example', () => {
    const rows = input.rows.filter(
      ({ org, role, target, round, _note }) =>
        org === 'A' && role === 'leader' && target === 'H' && round === 1 && _note === undefined,
    );
    assert.deepEqual(
      rows.map((one) =>
        Object.entries(answers.parse(one.answers)).flatMap(([item, rating]) => (item.startsWith('R') ? [rating] : [])),
      ),
      answersAboutH,
    );
    for (const from of organisations) {
      for (const to of organisations)
        assert.equal(published[from][to], leaders.cells[`${from}>${to}`]?.index ?? null, `${from}>${to}`);
    }
  });

  it('ends in the numbers that the rules publish', () => {
    const { dyads, aggregates, network, expectation_gaps: gaps } = leaders;
    assert.deepEqual(
      [
        en['method.sum.strength.shown'],
        en['method.sum.gap.shown'],
        en['method.sum.seen.shown'],
        en['method.sum.index.shown'],
        en['method.sum.coverage.shown'],
        en['method.sum.strong.shown'],
        en['method.sum.reciprocity.shown'],
        en['method.sum.expectation.shown'],
      ],
      [
        dyads['H-A']?.strength?.toFixed(1),
        `${dyads['H-A']?.gap?.toFixed(1)}, asymmetric`,
        aggregates.seen_by_others['H']?.toFixed(1),
        network.network_index.toFixed(1),
        `${network.published_cells} of 12`,
        `${network.strong_tie_density * 100}%`,
        `${network.reciprocity_of_strong_ties * 100}%`,
        `${gaps['A needs from H']?.gap?.toFixed(1)}, expects clearly more`,
      ],
    );
  });

  it('computes rightly, in both languages, to the digits it shows', () => {
    for (const words of [en, nb]) {
      const calculations = Object.values(words).flatMap(calculationsIn);
      assert.equal(calculations.length, 14);
      for (const sides of calculations) {
        for (const [at, side] of sides.slice(1).entries()) {
          const digits = side.includes('/') ? 9 : (side.split('.')[1] ?? '').length;
          const difference = Math.abs(valueOf(sides[at] ?? '') - valueOf(side));
          assert.ok(difference <= 0.5001 * 10 ** -digits, sides.join(' = '));
        }
      }
    }
  });

  it('says the same numbers in both languages', () => {
    const numbers = (sentence: string) =>
      (sentence.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => number.replace(',', '.')).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      if (!/^method\.(sum|byHand|change|rule|scoring|pair|gap|within|network)\./.test(key)) continue;
      assert.deepEqual(numbers(nb[key]), numbers(en[key]), key);
    }
  });
});
