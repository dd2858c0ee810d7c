import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { anyButton, button, buttonData, buttonVersion } from '../../bot/contracts/buttons.ts';
import { items } from '../../bot/domain/instrument.ts';
import { Refused } from '../../bot/errors.ts';
import { readButton } from '../../bot/handlers/press-button.ts';

const round = { collaboration: 'a-collaboration', round: 1 };
const unknown = { R2: 'x', R3: 'x', R4: 'x', R5: 'x', R6: 'x' };
const page = { ...buttonData({ verb: 'survey.page', ...round, target: 2 }), R1: '1', ...unknown, R7: '5', E1: 'x' };
const setUp = {
  ...buttonData({ verb: 'setup.save' }),
  ...{ purpose: 'A purpose', organisations: 'One\nTwo', nextMeeting: '2027-03-15', language: 'nb', zone: 'Europe/Oslo' },
};
const plan = {
  ...buttonData({ verb: 'round.launch', collaboration: 'a-collaboration' }),
  audience: 'leaders',
  k: '5',
  closingDate: '2027-03-12',
  shown: { audience: 'leaders', k: 5, closingDate: '2027-03-12' },
};

const verbs: readonly string[] = button.options.map(({ shape }) => shape.verb.value);
const fields = new Set(button.options.flatMap(({ shape }) => Object.keys(shape)));
const isRead = (data: unknown): boolean => button.safeParse(data).success;
const reasonFor = (data: unknown): string | undefined => {
  try {
    readButton(data);
    return undefined;
  } catch (fault) {
    assert.ok(fault instanceof Refused, 'nothing but a refusal comes out');
    return fault.reason;
  }
};

/** Data that look like ours: a verb of ours most of the time, and any value in any field. */
const nearly = fc.record(
  {
    ...Object.fromEntries(
      [...fields].map((field) => [
        field,
        fc.oneof(fc.anything(), fc.string(), fc.integer(), fc.constantFrom('1', '5', 'x', '', '2027-03-12')),
      ]),
    ),
    verb: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...verbs) }, { weight: 1, arbitrary: fc.anything() }),
    version: fc.oneof({ weight: 9, arbitrary: fc.constant(buttonVersion) }, { weight: 1, arbitrary: fc.anything() }),
  },
  { requiredKeys: [] },
);

describe('what a button sends', () => {
  it('is read with its ratings as numbers, "don’t know" as null, and what the page does not ask as nothing', () => {
    const read = button.parse(page);
    assert.ok(read.verb === 'survey.page');
    assert.deepEqual(
      items.map((item) => read[item]),
      [1, null, null, null, null, null, 5, null, undefined],
    );
  });

  it('has ratings from 1 to 5 and nothing else', () => {
    for (const rating of ['0', '6', '-1', '1.5', ' 1', '01', '1,2', 'X', 'NaN', 1, 5, null, true, ['1'], {}]) {
      assert.equal(isRead({ ...page, R3: rating }), false, JSON.stringify(rating));
      assert.equal(reasonFor({ ...page, R3: rating }), 'rating not understood', JSON.stringify(rating));
    }
    for (const rating of ['1', '2', '3', '4', '5', 'x']) assert.equal(isRead({ ...page, R3: rating }), true, rating);
  });

  it('has no rating that is empty', () => {
    assert.equal(isRead({ ...page, R3: '' }), false);
    assert.equal(isRead({ ...page, HC11: '', R3: '3' }), false);
  });

  it('may be of a card from before a round had a choice of instruments and questions', () => {
    const read = button.parse(plan);
    assert.ok(read.verb === 'round.launch');
    assert.deepEqual([read.instrument, read.questions], ['relational', []]);
    assert.deepEqual([read.shown.instrument, read.shown.questions], ['relational', []]);
  });

  it('names chosen questions by numbers with commas between them', () => {
    const chosen = (questions: unknown): unknown => {
      const read = button.safeParse({ ...plan, questions });
      return read.success && read.data.verb === 'round.launch' ? read.data.questions : 'refused';
    };
    assert.deepEqual(chosen('4,17'), [4, 17]);
    assert.deepEqual(chosen(''), []);
    for (const wrong of ['4;17', '4,', ',', 'x', '-1', 4, null, '1'.repeat(300)])
      assert.equal(chosen(wrong), 'refused', String(wrong));
  });

  it('names a round and an organisation by whole numbers that can be stored', () => {
    for (const number of [0, -1, 1.5, 32_768, 2 ** 53, '1', null, undefined, Number.NaN]) {
      assert.equal(isRead({ ...page, round: number }), false, String(number));
      if (number !== 0) assert.equal(isRead({ ...page, target: number }), false, String(number));
    }
    assert.equal(isRead({ ...page, round: 32_767, target: 32_767 }), true);
  });

  it('has a k in plain digits, and dates that exist', () => {
    for (const k of ['', '-3', '3.0', '1e1', '101', '００５', ' 3', 3]) assert.equal(isRead({ ...plan, k }), false, String(k));
    for (const date of ['', '2027-02-29', '2027-13-01', '12.03.2027', '2027-03-12T10:00Z', '2027-3-12']) {
      assert.equal(isRead({ ...plan, closingDate: date }), false, date);
      assert.equal(isRead({ ...setUp, nextMeeting: date }), false, date);
    }
    assert.equal(isRead({ ...plan, k: '3', closingDate: '2028-02-29' }), true);
  });

  it('has a purpose of 1 to 300 characters on set-up, and says so where it has not', () => {
    assert.equal(reasonFor({ ...setUp, purpose: 'x'.repeat(300) }), undefined);
    for (const purpose of ['', '   ', 'x'.repeat(301), 7, undefined])
      assert.equal(reasonFor({ ...setUp, purpose }), 'set-up incomplete');
    assert.equal(reasonFor({ ...setUp, language: 'sv' }), 'set-up incomplete');
  });

  it('of another version of the app is "card too old", with or without a verb we know', () => {
    for (const version of [0, buttonVersion + 1, String(buttonVersion), null]) {
      assert.equal(reasonFor({ ...page, version }), 'card too old', String(version));
      assert.equal(reasonFor({ verb: 'no.longer.here', version }), 'card too old', String(version));
    }
  });

  it('of no card of ours is not understood', () => {
    const nonsense = [
      undefined,
      null,
      'survey.page',
      7,
      [],
      {},
      { verb: 'survey.answer' },
      { verb: 'delete.everything', version: buttonVersion },
    ];
    for (const data of nonsense) assert.equal(reasonFor(data), 'not understood', JSON.stringify(data));
  });

  it('brings nothing along that the contract does not name', () => {
    const read = button.parse({ ...page, person: 'somebody else', __proto__: { target: 3 }, role: 'leader' });
    assert.deepEqual(
      Object.keys(read).filter((field) => !fields.has(field)),
      [],
    );
    assert.equal('role' in read, false);
  });

  it('is read or refused, whatever it is: nothing else is ever thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (data) => {
        const read = button.safeParse(data);
        assert.ok(read.success ? verbs.includes(read.data.verb) : read.error instanceof z.ZodError);
        assert.doesNotThrow(() => anyButton.safeParse(data));
        assert.equal(reasonFor(data) === undefined, read.success);
      }),
      { numRuns: 1_000 },
    );
  });
});
