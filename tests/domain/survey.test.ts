import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Organisation } from '../../bot/domain/collaboration.ts';
import { items, relationalItems } from '../../bot/domain/instrument.ts';
import type { Answer } from '../../bot/domain/round.ts';
import { answerRefusal, nextPartner, partnersOf } from '../../bot/domain/survey.ts';

const organisations = (count: number): readonly Organisation[] =>
  Array.from({ length: count }, (_, at) => ({ id: at + 1, name: `Organisation ${at + 1}` }));
const respondent = (number: number): Buffer => createHash('sha256').update(`respondent ${number}`).digest();
const idsOf = (own: number, who: Uint8Array, round: number, count = 5): readonly number[] =>
  partnersOf(organisations(count), own, who, round).map(({ id }) => id);

const anyone = fc.uint8Array({ minLength: 32, maxLength: 32 });
const anyRound = fc.integer({ min: 1, max: 32_767 });

/** How often each order of four partners comes up in so many draws: 24 orders, each expected equally often. */
const orders = (draws: number, draw: (number: number) => readonly number[]): readonly number[] => {
  const counts = new Map<string, number>();
  for (let number = 0; number < draws; number += 1) {
    const order = draw(number).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return [...counts.values()];
};

/** Chi-square of 24 equally likely orders; 23 degrees of freedom: above 60 in fewer than 1 of 20,000 fair drawings. */
const unevenness = (counts: readonly number[], draws: number): number => {
  const expected = draws / 24;
  const missing = 24 - counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) + missing * expected;
};

describe('the order of partners', () => {
  it('holds every organisation but one’s own, once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), anyone, anyRound, (count, at, who, round) => {
        const own = (at % count) + 1;
        const found = idsOf(own, who, round, count);
        assert.deepEqual(
          [...found].sort((a, b) => a - b),
          organisations(count)
            .map(({ id }) => id)
            .filter((id) => id !== own),
        );
      }),
    );
  });

  it('is the same for the same person and round, on every device and day', () => {
    fc.assert(
      fc.property(anyone, anyRound, (who, round) => {
        assert.deepEqual(idsOf(1, who, round), idsOf(1, Buffer.from(who), round));
      }),
    );
  });

  it('does not touch the list it was given', () => {
    const given = Object.freeze(organisations(6));
    partnersOf(given, 1, respondent(1), 1);
    assert.deepEqual(given, organisations(6));
  });

  const draws = 4_800;
  const ways: readonly (readonly [string, (number: number) => readonly number[]])[] = [
    ['over persons', (number) => idsOf(1, respondent(number), 1)],
    ['over the rounds of one person', (number) => idsOf(1, respondent(1), number + 1)],
    [
      'over persons whose pseudonyms are nearly the same',
      (number) => idsOf(1, Uint8Array.of(0, 0, number >> 8, number & 255), 1),
    ],
  ];
  for (const [title, draw] of ways) {
    it(`is spread evenly ${title}`, () => {
      const found = unevenness(orders(draws, draw), draws);
      assert.ok(found < 60, `chi-square ${found}`);
    });
  }
});

describe('an answer', () => {
  const leader = { organisation: 1, role: 'leader' } as const;
  const employee = { organisation: 1, role: 'employee' } as const;
  const answer = (given: Partial<Answer>): Answer => ({ target: 2, notWorkingTogether: false, ratings: {}, ...given });
  const refusal = (given: Partial<Answer>, who: { organisation: number; role: 'leader' | 'employee' } = leader) =>
    answerRefusal(organisations(3), who, answer(given));

  it('may rate any of the items asked of one’s role, or none', () => {
    assert.equal(refusal({}), undefined);
    assert.equal(refusal({ ratings: Object.fromEntries(items.map((item) => [item, 5])) }), undefined);
    assert.equal(refusal({ ratings: Object.fromEntries(relationalItems.map((item) => [item, 1])) }, employee), undefined);
  });

  it('is never about one’s own organisation, nor about one that does not take part', () => {
    assert.equal(refusal({ target: 1 }), 'own organisation');
    assert.equal(refusal({ target: 4 }), 'unknown organisation');
    assert.equal(refusal({ target: 0 }), 'unknown organisation');
  });

  it('has need and give from leaders only', () => {
    for (const item of ['E1', 'E2'] as const) {
      assert.equal(refusal({ ratings: { [item]: 3 } }), undefined);
      assert.equal(refusal({ ratings: { [item]: 3 } }, employee), 'rating not understood');
    }
  });

  it('has whole numbers from 1 to 5, on items that exist', () => {
    for (const rating of [0, 6, -1, 2.5, Number.NaN, Infinity])
      assert.equal(refusal({ ratings: { R1: rating } }), 'rating not understood', String(rating));
    assert.equal(refusal({ ratings: { R8: 3 } as Answer['ratings'] }), 'rating not understood');
    fc.assert(
      fc.property(
        fc.double(),
        (rating) => (refusal({ ratings: { R1: rating } }) === undefined) === [1, 2, 3, 4, 5].includes(rating),
      ),
    );
  });

  it('that says "we do not work together" has no ratings beside it', () => {
    assert.equal(refusal({ notWorkingTogether: true }), undefined);
    assert.equal(refusal({ notWorkingTogether: true, ratings: { R1: 3 } }), 'rating not understood');
  });

  it('is asked for partner by partner until there is one about each', () => {
    const [first, second, third] = partnersOf(organisations(4), 1, respondent(1), 1);
    const order = [first, second, third].filter((partner) => partner !== undefined);
    const about = (partner: Organisation | undefined): Answer => answer({ target: partner?.id ?? 0 });
    assert.equal(nextPartner(order, []), first);
    assert.equal(nextPartner(order, [about(first)]), second);
    assert.equal(nextPartner(order, [about(second)]), first);
    assert.equal(nextPartner(order, [about(third), about(first)]), second);
    assert.equal(nextPartner(order, order.map(about)), undefined);
  });
});
