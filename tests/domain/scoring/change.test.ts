import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Role } from '../../../bot/domain/collaboration.ts';
import { changeOf } from '../../../bot/domain/scoring/change.ts';
import { cellChangesOf, changeSince } from '../../../bot/domain/scoring/change-since.ts';
import type { PublishedRound } from '../../../bot/domain/scoring/change-since.ts';
import { signFlipOf, statisticsOf } from '../../../bot/domain/scoring/paired-statistics.ts';
import { pairedSumsOfRows } from '../../../bot/domain/scoring/paired-sums-from-rows.ts';
import type { Cell, Change, Results } from '../../../bot/domain/scoring/results.ts';
import { signFlip } from '../../../bot/domain/scoring/sign-flip.ts';
import { quantile975 } from '../../../bot/domain/scoring/student-t.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import type { PairedSums } from '../../../bot/domain/sums.ts';
import { changeOfRounds, numRuns } from './rounds.ts';
import type { SampleRound } from './rounds.ts';

/** People whose mean over one target changed by so many 420ths; and how many more answered in one round only. */
const moved = (by: readonly number[], left = 0, came = 0): PairedSums => ({
  before: by.length + left,
  now: by.length + came,
  compared: { before: by.length + left, now: by.length + came },
  movements: by.map((sum) => ({ people: 1, targets: 1, sum })),
});
const times = <T>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing);
const labelOf = (by: readonly number[]): Change['label'] => changeOf(moved(by), 3).label;
const isNumeric = (change: Change): boolean => change.mean !== undefined && change.interval !== undefined;

describe('the label of a change', () => {
  it('is clear from 0.2 on, if the interval leaves out 0', () => {
    assert.equal(labelOf(times(8, 84)), 'clear improvement');
    assert.equal(labelOf(times(8, -84)), 'clear decline');
    // One 420th less in all: 0.1997, which is printed as 0.2 too.
    assert.equal(labelOf([...times(7, 84), 83]), 'no clear change');
    assert.equal(changeOf(moved([...times(7, 84), 83]), 3).mean, 0.2);
  });

  it('is possible from 0.3 on, if the interval holds 0', () => {
    assert.equal(labelOf([...times(4, 420), ...times(4, -168)]), 'possible improvement');
    assert.equal(labelOf([...times(4, -420), ...times(4, 168)]), 'possible decline');
    assert.equal(labelOf([...times(4, 420), ...times(4, -169)]), 'no clear change');
  });

  it('is no clear change where nobody or everybody alike moved by nothing', () => {
    assert.deepEqual(changeOf(moved(times(8, 0)), 3), { nPaired: 8, mean: 0, interval: [0, 0], label: 'no clear change' });
  });

  it('an interval that ends within half a millionth of 0 holds 0', () => {
    const movements = [
      { people: 7, targets: 10, sum: 1083 },
      { people: 1, targets: 10, sum: 7432 },
    ];
    const paired = { before: 8, now: 8, compared: { before: 8, now: 8 }, movements };
    const [low] = statisticsOf(paired).interval;
    assert.ok(low > 0 && low < 0.0000005);
    assert.equal(changeOf(paired, 3).label, 'possible improvement');
  });

  it('follows the interval where the exact sign-flip p says otherwise', () => {
    const paired = moved([...times(6, 420), ...times(10, 0)]);
    const [low] = statisticsOf(paired).interval;
    const p = signFlipOf(paired) ?? 0;
    assert.ok(low > 0 && p < 0.05);
    const skewed = moved([...times(5, 420), ...times(11, 0)]);
    assert.ok(statisticsOf(skewed).interval[0] > 0 && (signFlipOf(skewed) ?? 0) > 0.05);
    assert.equal(changeOf(skewed, 3).label, 'clear improvement');
  });
});

describe('a number for change needs people to hide behind', () => {
  const eight = times(8, 84);

  it('eight pairs, and k', () => {
    assert.deepEqual(changeOf(moved(times(7, 84)), 3), { nPaired: 7, label: 'too few to tell' });
    assert.ok(isNumeric(changeOf(moved(eight), 8)));
    assert.ok(!isNumeric(changeOf(moved(eight), 9)));
    assert.ok(isNumeric(changeOf(moved(times(9, 84)), 9)));
  });

  it('and nobody, or k, who answered in one round only', () => {
    for (const [left, came, numeric] of [
      [0, 0, true],
      [1, 0, false],
      [0, 2, false],
      [3, 0, true],
      [3, 3, true],
      [2, 3, false],
    ] as const)
      assert.equal(isNumeric(changeOf(moved(eight, left, came), 3)), numeric, `${left} left, ${came} came`);
  });

  it('or so many in all that rounding hides one: twenty in each round with the pairs', () => {
    assert.ok(!isNumeric(changeOf(moved(times(9, 84), 1, 1), 3)));
    assert.ok(isNumeric(changeOf(moved(times(10, 84), 1, 1), 3)));
    assert.ok(isNumeric(changeOf(moved(times(9, 84), 2, 2), 3)));
    assert.ok(!isNumeric(changeOf(moved(times(9, 84), 2, 1), 3)));
  });

  it('also counted with those of a role that only one round asked, because its results cover them', () => {
    assert.ok(isNumeric(changeOf(moved(eight), 3, undefined, { before: 8, now: 8 })));
    assert.ok(!isNumeric(changeOf(moved(eight), 3, undefined, { before: 9, now: 8 })));
    assert.ok(isNumeric(changeOf(moved(eight), 3, undefined, { before: 11, now: 8 })));
  });

  it('sums that name more pairs than people are not believed', () => {
    assert.ok(!isNumeric(changeOf({ ...moved(eight), before: 7 }, 3)));
  });

  it('and a higher k never gives a number that a lower one did not', () => {
    const any = fc.record({ pairs: fc.nat(14), left: fc.nat(12), came: fc.nat(12), k: fc.integer({ min: 3, max: 12 }) });
    fc.assert(
      fc.property(any, ({ pairs, left, came, k }) => {
        const paired = moved(times(pairs, 100), left, came);
        assert.ok(isNumeric(changeOf(paired, k)) || !isNumeric(changeOf(paired, k + 1)));
      }),
      { numRuns },
    );
  });
});

describe('the statistics of a change', () => {
  it('t is right to ten digits, for few people and for a hundred thousand', () => {
    // Computed to 30 digits from the incomplete beta function.
    for (const [degrees, value] of [
      [1, 12.70620473617],
      [2, 4.30265272975],
      [7, 2.36462425159],
      [15, 2.13144954556],
      [100, 1.98397151852],
      [999, 1.96234146113],
      [99_999, 1.95998770777],
    ] as const)
      assert.ok(Math.abs(quantile975(degrees) - value) < 1e-10, `${degrees}: ${quantile975(degrees)}`);
    assert.throws(() => quantile975(0), RangeError);
    assert.throws(() => quantile975(7.5), RangeError);
  });

  it('a hundred thousand people are no trouble', () => {
    const movements = [
      { people: 50_000, targets: 7, sum: 420 },
      { people: 50_000, targets: 299, sum: -299 },
    ];
    const change = changeOf({ before: 100_000, now: 100_000, compared: { before: 100_000, now: 100_000 }, movements }, 5);
    // (1/7 - 1/420) / 2 = 0.0702
    assert.deepEqual(change, { nPaired: 100_000, mean: 0.1, interval: [0.1, 0.1], label: 'no clear change' });
  });

  it('the sign-flip p counts every case: all alike, p is two in all; nothing moved, p is 1', () => {
    assert.equal(signFlip(times(8, 5n)), 2 / 2 ** 8);
    assert.equal(signFlip(times(17, -1n)), 2 / 2 ** 17);
    assert.equal(signFlip(times(5, 0n)), 1);
    // 4, 2, -2 and -4 can come out; two of the four are as far from 0 as 4.
    assert.equal(signFlip([3n, 1n]), 0.5);
    assert.equal(signFlipOf(moved(times(18, 84))), undefined);
    assert.equal(signFlipOf(moved(times(17, 84))), 2 / 2 ** 17);
  });

  it('nobody has no deviation', () => {
    assert.throws(() => statisticsOf(moved([84])), RangeError);
  });

  it('who moved how much does not depend on the order, or on how alike movements are put together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1680, max: 1680 }), { minLength: 8, maxLength: 40 }), (by) => {
        const apart = moved(by);
        const counts = new Map<number, number>();
        for (const sum of by.toReversed()) counts.set(sum, (counts.get(sum) ?? 0) + 1);
        const together = { ...apart, movements: [...counts].map(([sum, people]) => ({ people, targets: 1, sum })) };
        assert.deepEqual(changeOf(together, 3), changeOf(apart, 3));
      }),
      { numRuns },
    );
  });
});

const ratings = (rating: number): Row['ratings'] => Object.fromEntries(['R1', 'R2', 'R3', 'R4'].map((item) => [item, rating]));
const row = (respondent: string, to: string, rating: number, role: Role = 'leader', from = 'H'): Row => ({
  ...{ respondent, from, role, to, notWorkingTogether: false, ratings: ratings(rating), submitted: 1 },
});
const both = ['leader', 'employee'] as const;

describe('the same people in two rounds', () => {
  const paired = (
    before: readonly Row[],
    now: readonly Row[],
    audiences: readonly (readonly Role[])[] = [both, both],
  ): Omit<PairedSums, 'compared'> => {
    const { compared, ...sums } = pairedSumsOfRows(
      { rows: before, close: 9, audience: audiences[0] ?? both },
      { rows: now, close: 9, audience: audiences[1] ?? both },
    );
    assert.ok(compared.before <= sums.before && compared.now <= sums.now);
    return sums;
  };

  it('count over the targets that both rounds have a valid index of', () => {
    const before = [row('h1', 'A', 2), row('h1', 'B', 3), row('h1', 'N', 1)];
    const now = [row('h1', 'A', 3), row('h1', 'B', 5), { ...row('h1', 'N', 5), ratings: { R1: 5, R2: 5, R3: 5 } }];
    assert.deepEqual(paired(before, now), { before: 1, now: 1, movements: [{ people: 1, targets: 2, sum: 3 * 420 }] });
  });

  it('are added up where they moved alike', () => {
    const before = [row('h1', 'A', 2), row('h2', 'A', 3), row('h3', 'A', 3)];
    const now = [row('h1', 'A', 3), row('h2', 'A', 4), row('h3', 'A', 3)];
    const movements = [
      { people: 1, targets: 1, sum: 0 },
      { people: 2, targets: 1, sum: 420 },
    ];
    assert.deepEqual(paired(before, now), { before: 3, now: 3, movements });
  });

  it('do not count who answered in one of them only, or of others, or that they do not work together; but as answering', () => {
    const apart = { ...row('h2', 'A', 1), notWorkingTogether: true };
    const before = [row('h1', 'A', 2), row('h2', 'A', 3), row('h3', 'A', 3)];
    const now = [row('h4', 'A', 2), apart, row('h3', 'B', 3)];
    assert.deepEqual(paired(before, now), { before: 3, now: 3, movements: [] });
  });

  it('are of the roles that both rounds asked', () => {
    const before = [row('h1', 'A', 2), row('h2', 'A', 2, 'employee')];
    const now = [row('h1', 'A', 3), row('h2', 'A', 3, 'employee')];
    const movements = [{ people: 1, targets: 1, sum: 420 }];
    assert.deepEqual(paired(before, now, [both, ['leader']]), { before: 1, now: 1, movements });
    assert.deepEqual(paired(before, now, [['employee'], both]), { before: 1, now: 1, movements });
    assert.deepEqual(paired(before, now, [['employee'], ['leader']]), { before: 0, now: 0, movements: [] });
  });

  it('who changed role is the same person where both rounds asked both, and nobody else is given away where not', () => {
    const before = [row('h1', 'A', 2, 'employee')];
    const now = [row('h1', 'A', 3)];
    assert.equal(paired(before, now).movements.length, 1);
    assert.deepEqual(paired(before, now, [both, ['leader']]), { before: 0, now: 1, movements: [] });
  });

  it('who changed organisation is not asked about the new one', () => {
    const before = [row('h1', 'A', 2), row('h1', 'B', 2)];
    const now = [row('h1', 'A', 5, 'leader', 'A'), row('h1', 'B', 3, 'leader', 'A')];
    assert.deepEqual(paired(before, now).movements, [{ people: 1, targets: 1, sum: 420 }]);
  });

  it('are compared in the cells that both rounds publish, and in no other', () => {
    const before = { rows: [row('h1', 'A', 2), row('h1', 'B', 2)], close: 9, audience: both };
    const now = { rows: [row('h1', 'A', 3), row('h1', 'B', 5)], close: 9, audience: both };
    assert.deepEqual(pairedSumsOfRows(before, now, new Set(['H>A'])).movements, [{ people: 1, targets: 1, sum: 420 }]);
    assert.deepEqual(pairedSumsOfRows(before, now, new Set()), {
      ...{ before: 1, now: 1, movements: [] },
      compared: { before: 0, now: 0 },
    });
  });

  it('are compared over the items that both forms asked', () => {
    const before = { rows: [{ ...row('h1', 'A', 0), ratings: { R1: 2, R2: 5, R3: 5, R4: 2, R7: 2 } }], close: 9, audience: both };
    const now = { rows: [{ ...row('h1', 'A', 0), ratings: { R1: 3, R4: 3 } }], close: 9, audience: both };
    const short = { ...now, relational: ['R1', 'R4', 'R7'] as const };
    assert.deepEqual(pairedSumsOfRows(before, short).movements, [{ people: 1, targets: 1, sum: 420 }]);
    assert.deepEqual(pairedSumsOfRows(before, now).movements, []);
  });
});

describe('who answered in an organisation that is too small to be shown', () => {
  const round = (about: number, small: readonly ('first' | 'now')[], when: 'first' | 'now'): SampleRound => {
    const large = ['A', 'B'].flatMap((from) =>
      [1, 2, 3, 4].map((one) => row(`${from}${one}`, from === 'A' ? 'B' : 'A', about, 'leader', from)),
    );
    const alone = small.includes(when) ? [row('N1', 'A', about, 'leader', 'N')] : [];
    const heads = { leader: 4, employee: 0 };
    return {
      ...{ mode: 'matrix', k: 3, audience: ['leader'], organisations: ['A', 'B', 'N'], close: 9, rows: [...large, ...alone] },
      invited: { A: heads, B: heads, N: { leader: 1, employee: 0 } },
    };
  };

  it('does not decide whether there is a number for change: that would tell whether its only person answered', () => {
    const changes = ([[], ['first'], ['now'], ['first', 'now']] as const).map((small) =>
      changeOfRounds(round(2, small, 'first'), round(3, small, 'now')),
    );
    for (const change of changes) assert.deepEqual(change, changes[0]);
    assert.equal(changes[0]?.mean, 1);
  });

  it('nor does the lone leader of an organisation where one round asked leaders only', () => {
    const employees = ['A', 'B', 'N'].flatMap((from) =>
      [1, 2, 3, 4].map((one) => row(`${from}e${one}`, from === 'A' ? 'B' : 'A', 3, 'employee', from)),
    );
    const change = (alone: boolean) => {
      const first = round(2, alone ? ['first'] : [], 'first');
      const heads = { leader: 4, employee: 4 };
      const invited = { A: heads, B: heads, N: { leader: 1, employee: 4 } };
      return changeOfRounds({ ...first, audience: both, rows: [...first.rows, ...employees], invited }, round(3, [], 'now'));
    };
    assert.equal(change(false).mean, 1);
    assert.deepEqual(change(true), change(false));
  });

  it('and a count of fewer than k is not told', () => {
    const two = (rating: number): SampleRound => {
      const { rows, ...rest } = round(rating, [], 'now');
      return { ...rest, rows: rows.filter(({ respondent }) => /^A/.test(respondent)) };
    };
    const others = (rating: number, shift: number): SampleRound => {
      const one = two(rating);
      return {
        ...one,
        rows: one.rows.map((given, place) => (place < 2 ? given : { ...given, respondent: `A${place + shift}` })),
      };
    };
    const change = changeOfRounds(others(2, 10), others(3, 20));
    assert.deepEqual([change.nPaired, change.label], [undefined, 'too few to tell']);
  });
});

describe('the words for cells', () => {
  const published = (audience: readonly Role[], cells: Record<string, Cell>): PublishedRound => {
    const network = {
      possibleCells: 2,
      publishedCells: 1,
      coverage: 0.5,
      index: null,
      strongTieDensity: null,
      reciprocity: null,
    };
    const rest = { response: {}, pairs: {}, seenByOthers: {}, seesOthers: {}, network, expectationGaps: {} };
    return { audience, answered: {}, results: { mode: 'matrix', k: 3, cells, ...rest } };
  };
  const cell = (index: number, split?: readonly [number, number]): Cell => ({
    ...{ n: 9, index, orLower: false, band: 'discuss' },
    ...(split && { split: { leaders: split[0], employees: split[1], gap: 0, flag: 'similar' } }),
  });
  const wordsOf = (before: PublishedRound, now: PublishedRound) => cellChangesOf(before, now);
  const leaders: readonly Role[] = ['leader'];

  it('say higher or lower from a whole step on, of the printed values', () => {
    const before = published(both, { 'A>B': cell(2.3), 'B>A': cell(3.3), 'A>C': cell(2.4), 'C>A': cell(4.1) });
    const now = published(both, { 'A>B': cell(3.3), 'B>A': cell(2.3), 'A>C': cell(3.3), 'C>A': cell(4.1) });
    const words = { 'A>B': 'higher', 'B>A': 'lower', 'A>C': 'no clear change', 'C>A': 'no clear change' };
    assert.deepEqual(wordsOf(before, now), words);
  });

  it('are only for cells that both rounds publish', () => {
    const before = published(both, { 'A>B': { hidden: 'fewer than k' }, 'B>A': cell(3) });
    const now = published(both, { 'A>B': cell(3), 'B>A': { hidden: 'fewer than k' }, 'C>A': cell(4) });
    assert.deepEqual(wordsOf(before, now), {});
  });

  it('compare what a split shows of the roles in both, and nothing where there is none', () => {
    const before = published(both, { 'A>B': cell(3, [4, 2]), 'B>A': cell(3) });
    const now = published(leaders, { 'A>B': cell(3), 'B>A': cell(4) });
    assert.deepEqual(wordsOf(before, now), { 'A>B': 'lower' });
    assert.deepEqual(wordsOf(now, before), { 'A>B': 'higher' });
    assert.deepEqual(wordsOf(published(['employee'], { 'A>B': cell(1.9) }), before), { 'A>B': 'no clear change' });
    assert.deepEqual(wordsOf(published(['employee'], { 'A>B': cell(3) }), now), {});
  });

  it('do not compare a short form with a long one', () => {
    const one = published(both, { 'A>B': cell(2) });
    const other = { ...published(both, { 'A>B': cell(4) }), relational: ['R1', 'R4', 'R7'] as const };
    assert.deepEqual(wordsOf(one, other), {});
    assert.deepEqual(wordsOf(other, { ...other, ...published(both, { 'A>B': cell(4) }), relational: other.relational }), {
      'A>B': 'no clear change',
    });
  });

  it('a pooled round has none, and with an earlier pooled round there is nothing to compare', () => {
    const matrix = published(both, { 'A>B': cell(3) });
    const pooled: PublishedRound = { ...matrix, results: { mode: 'pooled', k: 3, response: {}, seen: {} } satisfies Results };
    assert.equal('cells' in changeSince(matrix, pooled, moved([])), false);
    assert.deepEqual(changeSince(pooled, matrix, moved([])).cells, {});
  });

  it('the larger k of the two rounds holds', () => {
    const one = published(both, {});
    const five = { ...one, results: { ...one.results, k: 5 } };
    const fourLeft = moved(times(8, 84), 4);
    assert.deepEqual(
      [changeSince(one, one, fourLeft), changeSince(five, one, fourLeft), changeSince(one, five, fourLeft)].map(isNumeric),
      [true, false, false],
    );
  });
});
