import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chartOf, gapsOf, indexOf, type RelationalRound } from '../../tab/timeline/chart.ts';
import { nameOfLine, sentenceOfGap } from '../../tab/timeline/sentences.ts';
import { timelineWordsIn } from '../../tab/timeline/timeline-words.ts';
import { readerIn } from '../../tab/reader.ts';
import { wordsIn } from '../../tab/words.ts';
import { matrixRound, pooledRound } from './timeline-fixtures.ts';

const both = ['leader', 'employee'] as const;
const kinds = fc.record({
  index: fc.option(fc.integer({ min: 15, max: 50 }).map((tenths) => tenths / 10)),
  pooled: fc.boolean(),
  audience: fc.constantFrom<('leader' | 'employee')[]>(['leader'], [...both]),
  form: fc.constantFrom('full' as const, 'short' as const),
  imported: fc.boolean(),
});
const someRounds = fc
  .array(kinds, { minLength: 1, maxLength: 20 })
  .map((all) =>
    all.map(({ index, pooled, ...more }, at): RelationalRound =>
      pooled ? pooledRound(at + 1) : matrixRound(at + 1, index, more),
    ),
  );
const widths = fc.integer({ min: 200, max: 1300 });

describe('the line of the network index', () => {
  it('has one column for each round in the order of their closing, in steps as wide as each other, on the drawing', () => {
    fc.assert(
      fc.property(someRounds, widths, (rounds, width) => {
        const { columns, left, right, width: wide, height, levels } = chartOf(rounds, width);
        assert.deepEqual(
          columns.map(({ round }) => round),
          rounds,
        );
        const steps = columns.slice(1).map(({ x }, at) => x - (columns[at]?.x ?? 0));
        for (const one of steps) assert.ok(Math.abs(one - (steps[0] ?? 0)) < 1e-9 && one >= 76);
        for (const { x, y } of columns) assert.ok(x > left && x < right && (y === null || (y > 0 && y < height)));
        assert.ok(right < wide && levels.every(({ y }) => y > 0 && y < height));
      }),
    );
  });

  it('puts 5 at the top and 1 at the foot, and equal differences equally far apart', () => {
    fc.assert(
      fc.property(someRounds, widths, (rounds, width) => {
        const { columns, levels } = chartOf(rounds, width);
        const [one = 0, , three = 0, , five = 0] = levels.map(({ y }) => y);
        assert.ok(five < three && three < one && Math.abs((one + five) / 2 - three) < 1e-9);
        for (const { round, y } of columns) {
          const index = indexOf(round);
          if (index === null || y === null) assert.deepEqual([index, y], [null, null]);
          else assert.ok(Math.abs((one - y) / (one - five) - (index - 1) / 4) < 1e-9);
        }
      }),
    );
  });

  it('joins two neighbours exactly where both have a point and nothing sets them apart; every other break has its reason', () => {
    fc.assert(
      fc.property(someRounds, (rounds) => {
        const joined = new Set(chartOf(rounds, 800).joins.map(({ to }) => to.round.round));
        const gaps = gapsOf(rounds);
        rounds.slice(1).forEach((after, at) => {
          const before = rounds[at];
          const alike =
            before !== undefined &&
            indexOf(before) !== null &&
            indexOf(after) !== null &&
            before.audience.join() === after.audience.join() &&
            before.form === after.form;
          assert.equal(joined.has(after.round), alike);
          const told = gaps.some((gap) =>
            'round' in gap ? [before?.round, after.round].includes(gap.round.round) : gap.after.round === after.round,
          );
          assert.equal(told, !alike);
        });
      }),
    );
  });

  it('does not fit more rounds into a narrow page than can be read: it grows wider and scrolls', () => {
    const rounds = Array.from({ length: 9 }, (_, at) => matrixRound(at + 1, 3));
    assert.ok(chartOf(rounds, 280).width > 280);
    assert.ok(chartOf(rounds, 1200).width <= 1200);
  });

  it('says why it breaks, in the reader’s language', () => {
    const rounds = [
      matrixRound(1, 3),
      matrixRound(2, 3.2, { audience: [...both] }),
      matrixRound(3, 3.2, { audience: [...both], form: 'short' }),
      pooledRound(4),
      matrixRound(5, null),
    ];
    const said = (language: 'en' | 'nb') =>
      gapsOf(rounds).map((gap) => sentenceOfGap(gap, timelineWordsIn(language), wordsIn(language)));
    assert.match(
      said('en')[0] ?? '',
      /^Rounds 1 and 2 are not joined: the first asked leaders, the second leaders and employees\./,
    );
    assert.match(said('en')[1] ?? '', /^Rounds 2 and 3 are not joined: one asked seven questions/);
    assert.match(said('en')[2] ?? '', /^Round 4 has no point: it had too few people/);
    assert.match(said('en')[3] ?? '', /^Round 5 has no point: no relation had enough answers/);
    assert.match(said('nb')[0] ?? '', /Den første spurte ledere, den andre ledere og medarbeidere/);
    assert.equal(said('nb').length, 4);
  });

  it('is heard as every round with its day and value; hidden is said, and so is where it was held', () => {
    const rounds = [matrixRound(1, 2.9, { imported: true }), matrixRound(2, null), pooledRound(3), matrixRound(4, 4)];
    assert.equal(
      nameOfLine(rounds, timelineWordsIn('nb'), readerIn('nb', 'Europe/Oslo')),
      'Nettverksindeksen i hver runde, fra 1 til 5: runde 1, 16. januar 2024, importert, 2,9; runde 2, 16. april 2024, skjult; ' +
        'runde 3, 16. juli 2024, ingen; runde 4, 16. oktober 2024, 4,0. Tabellen under viser det samme.',
    );
  });
});
