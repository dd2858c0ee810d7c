import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Organisation, Role } from '../../bot/domain/collaboration.ts';
import { questionsFor } from '../../bot/domain/questionnaire.ts';
import type { Instrument } from '../../bot/domain/questionnaire.ts';
import type { Answer, FilledPage } from '../../bot/domain/round.ts';
import { answerOf, answerRefusal, drawnPartners, nextPartner, partnersOf, theNetwork } from '../../bot/domain/survey.ts';
import { healthCheck, practices, relational } from '../builders.ts';

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

describe('a page', () => {
  const leader = { organisation: 1, role: 'leader' } as const;
  const employee = { organisation: 1, role: 'employee' } as const;
  const whole = (instrument: Instrument, who: { role: Role } = leader, rating: number | null = 3) =>
    Object.fromEntries(questionsFor(instrument, who.role).map(({ id }) => [id, rating]));
  const about = organisations(3).filter(({ id }) => id !== 1);
  const refusal = (given: Partial<FilledPage>, who: { organisation: number; role: Role } = leader, instrument = relational) =>
    answerRefusal(instrument === relational ? about : [theNetwork], who, instrument, {
      ...{ target: instrument === relational ? 2 : 0, notWorkingTogether: false, given: whole(instrument, who) },
      ...given,
    });

  it('has a rating, or "don’t know", for every question it asks, and for no other', () => {
    for (const instrument of [relational, healthCheck, practices]) {
      assert.equal(refusal({}, leader, instrument), undefined, instrument.name);
      assert.equal(refusal({ given: whole(instrument, leader, null) }, leader, instrument), undefined, instrument.name);
      for (const { id } of questionsFor(instrument, 'leader')) {
        const { [id]: left, ...others } = whole(instrument);
        assert.equal(left, 3);
        assert.equal(refusal({ given: others }, leader, instrument), 'rating not understood', id);
      }
    }
    assert.equal(refusal({ given: { ...whole(relational), L1: 3 } }), 'rating not understood');
    assert.equal(refusal({ given: { ...whole(relational), HC1: 3 } }), 'rating not understood');
  });

  it('asks need and give of leaders only', () => {
    assert.equal(refusal({}, employee), undefined);
    for (const item of ['E1', 'E2'] as const)
      assert.equal(refusal({ given: { ...whole(relational, employee), [item]: 3 } }, employee), 'rating not understood');
  });

  it('is never about one’s own organisation, nor about one this person is not asked about', () => {
    assert.equal(refusal({ target: 1 }), 'own organisation');
    assert.equal(refusal({ target: 4 }), 'unknown organisation');
    assert.equal(refusal({ target: 0 }), 'unknown organisation');
    assert.equal(refusal({ target: 2 }, leader, healthCheck), 'unknown organisation');
  });

  it('has whole numbers on the scale of each question: 1 to 5, or 1 to 3 in the health check', () => {
    for (const [instrument, id, top] of [
      [relational, 'R1', 5],
      [healthCheck, 'HC1', 3],
      [practices, 'PR6', 5],
    ] as const) {
      const rated = (rating: number) =>
        refusal({ given: { ...whole(instrument), [id]: rating } }, leader, instrument) === undefined;
      fc.assert(
        fc.property(
          fc.oneof(fc.double(), fc.integer({ min: -2, max: 7 })),
          (rating) => rated(rating) === (Number.isInteger(rating) && rating >= 1 && rating <= top),
        ),
      );
    }
  });

  it('that says "we do not work together" has no ratings beside it, and is about a partner', () => {
    assert.equal(refusal({ notWorkingTogether: true, given: {} }), undefined);
    assert.equal(refusal({ notWorkingTogether: true, given: { R1: 3 } }), 'rating not understood');
    assert.equal(refusal({ notWorkingTogether: true, given: {} }, leader, practices), 'rating not understood');
  });

  it('is kept without what is not known', () => {
    assert.deepEqual(answerOf({ target: 2, notWorkingTogether: false, given: { R1: 4, R2: null } }).ratings, { R1: 4 });
  });

  it('is asked for partner by partner until there is one about each', () => {
    const [first, second, third] = partnersOf(organisations(4), 1, respondent(1), 1);
    const order = [first, second, third].filter((partner) => partner !== undefined);
    const about = (partner: Organisation | undefined): Answer => ({
      target: partner?.id ?? 0,
      notWorkingTogether: true,
      ratings: {},
    });
    assert.equal(nextPartner(order, []), first);
    assert.equal(nextPartner(order, [about(first)]), second);
    assert.equal(nextPartner(order, [about(second)]), first);
    assert.equal(nextPartner(order, [about(third), about(first)]), second);
    assert.equal(nextPartner(order, order.map(about)), undefined);
  });
});

describe('the short form', () => {
  it('asks each respondent about five different partners, or all where there are no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 0, max: 500 }), (others, place) => {
        const ids = Array.from({ length: others }, (_, at) => at + 2);
        const drawn = drawnPartners(ids, place);
        assert.equal(new Set(drawn).size, Math.min(5, others));
        assert.ok(drawn.every((id) => ids.includes(id)));
      }),
    );
  });

  it('gives every pair as many answers as any other of the same organisation, or one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 29 }), fc.integer({ min: 1, max: 60 }), (others, people) => {
        const ids = Array.from({ length: others }, (_, at) => at + 2);
        const asked = Array.from({ length: people }, (_, place) => drawnPartners(ids, place)).flat();
        const counts = ids.map((id) => asked.filter((one) => one === id).length);
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, counts.join());
      }),
    );
  });
});
