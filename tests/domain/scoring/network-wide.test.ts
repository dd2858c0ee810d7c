import assert from 'node:assert/strict';
import fc from 'fast-check';
import { healthCheckItems } from '../../../bot/domain/instrument.ts';
import { checkBackOf } from '../../../bot/domain/scoring/check-back.ts';
import { checkOutOf, energyTrend, tooGoodToBeTrue } from '../../../bot/domain/scoring/check-out.ts';
import type { CheckOut } from '../../../bot/domain/scoring/check-out.ts';
import { dimensionItems, healthCheckOf } from '../../../bot/domain/scoring/health-check.ts';
import type { Dimension, ItemValue } from '../../../bot/domain/scoring/network-wide-results.ts';
import { practicesOf } from '../../../bot/domain/scoring/practices.ts';
import { sampleAnswers, saidIn, sumsOf, sumsOfAnswers } from './network-wide-answers.ts';
import { numRuns } from './rounds.ts';

const hidden = { hidden: 'fewer than k' } as const;
const k = 5;
/** Five answers to each of these items. */
const answered = (answers: Readonly<Record<string, readonly number[]>>) => sumsOfAnswers(answers);

describe('a health check', () => {
  it('has every item in one dimension', () => {
    assert.deepEqual(Object.values(dimensionItems).flat(), healthCheckItems);
  });

  it('shows an indicator with 1 decimal from k answers on, 1.5 being the lowest', () => {
    const { items } = healthCheckOf(answered({ HC1: [1, 2, 2, 3, 3], HC2: [1, 1, 1, 1, 2], HC3: [3, 3, 3, 3] }), k);
    assert.deepEqual(items.HC1, { n: 5, value: 2.2, orLower: false });
    assert.deepEqual(items.HC2, { n: 5, value: 1.5, orLower: true });
    assert.deepEqual([items.HC3, items.HC4], [hidden, hidden]);
  });

  it('takes a dimension from the printed values of its published indicators', () => {
    const sums = answered({ HC1: [2, 2, 2, 2, 2, 3], HC2: [1, 1, 1, 1, 1], HC5: [3, 3, 3, 3, 3], HC6: [1, 1], HC9: [3] });
    const { dimensions } = healthCheckOf(sums, k);
    // 2.1666 is printed as 2.2, and 1.0 as 1.5.
    assert.deepEqual(dimensions.goals, { value: 1.85, word: 'developing' });
    assert.deepEqual(dimensions.steering, { value: 3, word: 'active' });
    assert.deepEqual([dimensions.ties, dimensions.rules, dimensions.power], [hidden, hidden, hidden]);
  });

  it('takes the word from the printed number: 1.67 is developing, 2.33 still is, 2.34 is active', () => {
    const wordsFor = (...tenths: number[]) => {
      // So many of ten answers are 2 or 3 that the mean is that many tenths; HC5 to HC8 make steering.
      const ten = (value: number): number[] =>
        Array.from({ length: 10 }, (_, place) => Math.floor(value / 10) + (place < value % 10 ? 1 : 0));
      const answers = Object.fromEntries(tenths.map((value, place) => [`HC${5 + place}`, ten(value)]));
      return healthCheckOf(answered(answers), k).dimensions.steering;
    };
    assert.deepEqual(wordsFor(16), { value: 1.6, word: 'latent' });
    assert.deepEqual(wordsFor(16, 17), { value: 1.65, word: 'latent' });
    // 5.0 / 3 = 1.666...
    assert.deepEqual(wordsFor(16, 17, 17), { value: 1.67, word: 'developing' });
    assert.deepEqual(wordsFor(23, 23, 24), { value: 2.33, word: 'developing' });
    assert.deepEqual(wordsFor(23, 24), { value: 2.35, word: 'active' });
  });
});

describe('six practices and local questions', () => {
  it('show the mean of each item from k answers on', () => {
    const { items, local } = practicesOf(answered({ PR1: [4, 4, 4, 4, 5], PR2: [1, 1, 1, 1, 1], PR3: [5] }), k);
    assert.deepEqual(items.PR1, { n: 5, value: 4.2, orLower: false });
    assert.deepEqual(items.PR2, { n: 5, value: 1.5, orLower: true });
    assert.deepEqual([items.PR3, items.PR6, local], [hidden, hidden, undefined]);
  });

  it('a local question that was asked is scored like an item; one that was not is not there', () => {
    const sums = answered({ L1: [3, 3, 3, 3, 4], L2: [3] });
    assert.deepEqual(practicesOf(sums, k, ['L1', 'L2']).local, { L1: { n: 5, value: 3.2, orLower: false }, L2: hidden });
    assert.deepEqual(healthCheckOf(sums, k, ['L1']).local, { L1: { n: 5, value: 3.2, orLower: false } });
  });

  it('k below 3 is never published', () => {
    assert.throws(() => practicesOf({}, 2), RangeError);
    assert.throws(() => healthCheckOf({}, 2), RangeError);
    assert.throws(() => checkOutOf(sumsOf([]), saidIn([]), 2), RangeError);
  });
});

describe('a round about the network as a whole that shows response per organisation', () => {
  const leaders = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([id, leader]) => [id, { leader, employee: 0 }]));
  const people = (invited: Readonly<Record<string, number>>, came: Readonly<Record<string, number>>) => ({
    ...{ organisations: Object.keys(invited), audience: ['leader'] as const },
    ...{ invited: leaders(invited), answered: leaders(came) },
  });
  const six = answered({ PR1: [4, 4, 4, 4, 4, 4], L1: [3, 3, 3, 3, 3, 3] });
  const of = (invited: Readonly<Record<string, number>>, came: Readonly<Record<string, number>>) =>
    practicesOf(six, k, ['L1'], people(invited, came));

  it('does not count answers where that would tell whether the only person of a small organisation answered', () => {
    const { items, local, response } = of({ A: 5, B: 1 }, { A: 5, B: 1 });
    assert.deepEqual(response, { A: { answered: 5, invited: 5, rate: 1, flag: 'ok' }, B: hidden });
    assert.deepEqual(
      [items.PR1, local?.L1],
      [
        { value: 4, orLower: false },
        { value: 3, orLower: false },
      ],
    );
  });

  it('counts them where no organisation is hidden, or the hidden ones together have k invited', () => {
    assert.equal('n' in of({ A: 6, B: 5 }, { A: 6, B: 0 }).items.PR1, true);
    assert.equal('n' in of({ A: 5, B: 4, C: 1 }, { A: 1, B: 4, C: 1 }).items.PR1, true);
    assert.equal('n' in of({ A: 6, B: 0 }, { A: 6, B: 0 }).items.PR1, true);
    assert.equal('n' in of({ A: 5, B: 2, C: 2 }, { A: 5, B: 1, C: 0 }).items.PR1, false);
  });

  it('shows no value where that there are k answers would tell it: fewer than k of the others answered', () => {
    const { items, local } = of({ A: 7, B: 2 }, { A: 4, B: 2 });
    assert.deepEqual([items.PR1, local?.L1], [hidden, hidden]);
    const { dimensions } = healthCheckOf(answered({ HC1: [2, 2, 2, 2, 2] }), k, [], people({ A: 5, B: 1 }, { A: 4, B: 1 }));
    assert.deepEqual(dimensions.goals, hidden);
  });
});

describe('a check-back', () => {
  it('shows how far each outcome is from k answers on, in the words of the health check', () => {
    const sums = answered({
      O1: [1, 2, 2, 2, 1],
      O2: [1, 2, 2, 2, 2, 1],
      O3: [2, 2, 3, 2, 3],
      O4: [1, 1, 1, 1, 1],
      O5: [3, 3, 3, 3],
    });
    const { items } = checkBackOf(sums, k, ['O1', 'O2', 'O3', 'O4', 'O5', 'O6']);
    assert.deepEqual(items, {
      O1: { n: 5, value: 1.6, orLower: false, word: 'latent' },
      O2: { n: 6, value: 1.7, orLower: false, word: 'developing' },
      O3: { n: 5, value: 2.4, orLower: false, word: 'active' },
      O4: { n: 5, value: 1.5, orLower: true, word: 'latent' },
      O5: hidden,
      O6: hidden,
    });
  });

  it('shows what was asked about and nothing else', () => {
    assert.deepEqual(Object.keys(checkBackOf(answered({ O1: [3, 3, 3, 3, 3], O2: [3, 3, 3, 3, 3] }), k, ['O2']).items), ['O2']);
  });
});

describe('a check-out', () => {
  const said = { yes: 3, partly: 1, no: 1 };

  it('shows the mean and the counts each from k answers on', () => {
    assert.deepEqual(checkOutOf(sumsOf([5, 4, 4, 3, 2]), said, k), { energy: { n: 5, value: 3.6, orLower: false }, said });
    assert.deepEqual(checkOutOf(sumsOf([5, 4, 4, 3]), { ...said, no: 0 }, k), { energy: hidden, said: hidden });
    assert.deepEqual(checkOutOf(sumsOf([5, 4, 4, 3]), said, k), { energy: hidden, said });
  });

  it('makes a trend only from three meetings on that show a value', () => {
    const meeting = (...energy: number[]): CheckOut => checkOutOf(sumsOf(energy), said, 3);
    const [one, two, three, few] = [meeting(3, 3, 3), meeting(4, 4, 3), meeting(4, 4, 4), meeting(5, 5)];
    assert.equal(energyTrend([one, two]), undefined);
    assert.equal(energyTrend([one, few, two]), undefined);
    assert.deepEqual(energyTrend([one, few, two, three]), [3, null, 3.7, 4]);
  });

  it('beside an open talk of 4.0 is too good to be true where 40 % could not say all they needed', () => {
    const talk = (value: number): ItemValue => ({ n: 9, value, orLower: false });
    assert.ok(tooGoodToBeTrue(talk(4), said));
    assert.ok(!tooGoodToBeTrue(talk(3.9), said));
    assert.ok(!tooGoodToBeTrue(talk(4), { yes: 4, partly: 1, no: 1 }));
    assert.ok(tooGoodToBeTrue(talk(5), { yes: 0, partly: 9, no: 0 }));
    assert.ok(!tooGoodToBeTrue(hidden, said));
    assert.ok(!tooGoodToBeTrue(talk(5), hidden));
  });
});

describe('whatever is answered about the network as a whole', () => {
  const always = (holds: (answers: ReturnType<typeof sampleAnswers>) => void): void => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        holds(sampleAnswers(seed));
      }),
      { numRuns },
    );
  };

  it('an item with fewer than k answers shows the same whatever they are', () => {
    always(({ answers, k: own, local, outcomes }) => {
      const other = Object.fromEntries(
        Object.entries(answers).map(([item, given]) => [
          item,
          given.length < own ? given.map((rating) => 4 - Math.min(rating, 3)) : given,
        ]),
      );
      const of = (given: typeof answers) => [
        healthCheckOf(sumsOfAnswers(given), own, local),
        practicesOf(sumsOfAnswers(given), own, local),
        checkBackOf(sumsOfAnswers(given), own, outcomes, local),
      ];
      assert.deepEqual(of(other), of(answers));
    });
  });

  it('a higher k never shows more', () => {
    always(({ answers, energy, said, k: own, local, outcomes }) => {
      const shown = (k: number): string[] => {
        const { items, dimensions, local: asked = {} } = healthCheckOf(sumsOfAnswers(answers), k, local);
        const all = { ...items, ...dimensions, ...asked, ...practicesOf(sumsOfAnswers(answers), k).items };
        const back = checkBackOf(sumsOfAnswers(answers), k, outcomes).items;
        const out = { ...checkOutOf(sumsOf(energy), saidIn(said), k) };
        return Object.entries({ ...all, ...back, ...out }).flatMap(([key, value]) => ('hidden' in value ? [] : [key]));
      };
      assert.deepEqual(
        shown(own + 1).filter((key) => !shown(own).includes(key)),
        [],
      );
    });
  });

  it('a dimension and its word can be worked out from what is printed', () => {
    always(({ answers, k: own }) => {
      const { items, dimensions } = healthCheckOf(sumsOfAnswers(answers), own);
      for (const [dimension, shown] of Object.entries(dimensions)) {
        const printed = dimensionItems[dimension as Dimension].flatMap((item) => {
          const found = items[item];
          return 'value' in found ? [Math.round(found.value * 10)] : [];
        });
        if (printed.length === 0) assert.deepEqual(shown, hidden);
        else {
          const sum = printed.reduce((one, other) => one + other, 0);
          // Hundredths, half up.
          const value = Math.floor((20 * sum + printed.length) / (2 * printed.length));
          const word = value < 167 ? 'latent' : value < 234 ? 'developing' : 'active';
          assert.deepEqual(shown, { value: value / 100, word });
        }
      }
    });
  });
});
