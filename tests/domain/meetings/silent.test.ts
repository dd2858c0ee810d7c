import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allHaveWritten, shownTexts, silentLimits, silentRefusal, silentText } from '../../../bot/domain/meetings/silent.ts';
import { speakingTurns } from '../../../bot/domain/meetings/turns.ts';

const texts = fc.array(fc.string({ maxLength: 12 }), { maxLength: 30 });
const k = fc.integer({ min: 3, max: 8 });
const seed = fc.nat();
const sortedOf = (list: readonly string[]): readonly string[] => [...list].sort();

describe('what each wrote silently', () => {
  it('is shown whole from k texts on, and not at all below', () => {
    fc.assert(
      fc.property(texts, k, seed, (written, fewest, by) => {
        const shown = shownTexts(written, fewest, by);
        assert.deepEqual(sortedOf(shown), written.length < fewest ? [] : sortedOf(written));
      }),
    );
  });

  it('is in an order that says nothing of who wrote or when: the same whatever order it came in', () => {
    const twoOrders = texts.chain((written) =>
      fc.tuple(fc.constant(written), fc.shuffledSubarray(written, { minLength: written.length })),
    );
    fc.assert(
      fc.property(twoOrders, seed, ([one, other], by) => {
        assert.deepEqual(shownTexts(one, 3, by), shownTexts(other, 3, by));
      }),
    );
  });

  it('has every order, as often as any other', () => {
    const counts = new Map<string, number>();
    for (let by = 0; by < 6_000; by += 1) {
      const order = shownTexts(['a', 'b', 'c'], 3, Math.imul(by, 0x9e3779b1)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    for (const count of counts.values()) assert.ok(Math.abs(count - 1_000) < 150, String([...counts]));
  });

  it('appears by itself when as many have written as are present, never below k, and never where nobody said who is here', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.option(fc.nat(20), { nil: undefined }), k, (written, present, fewest) => {
        const all = allHaveWritten(written, present, fewest);
        assert.equal(all, present !== undefined && written >= Math.max(present, fewest));
      }),
    );
  });

  it('is one to five lines of at most 280 characters, without blanks that carry nothing', () => {
    assert.equal(silentText('  We  wait.\r\n\r\n \t\rToo long.\n'), 'We wait.\nToo long.');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t'), maxLength: 400 }), (typed) => {
        const text = silentText(typed);
        assert.equal(silentText(text), text);
        assert.doesNotMatch(text, /^\s|\s$|\n\n|  |\r|\t/);
        const refusal = silentRefusal(text);
        if (text === '') assert.equal(refusal, 'silent text empty');
        else if (text.length > silentLimits.text || text.split('\n').length > silentLimits.lines)
          assert.equal(refusal, 'silent text too long');
        else assert.equal(refusal, undefined);
      }),
    );
  });

  it('has no identity number in it, not even over two lines', () => {
    assert.equal(silentRefusal(silentText('Ask 999 000 0018')), 'looks like patient data');
    assert.equal(silentRefusal(silentText('Ask 999 000\n0018')), 'looks like patient data');
  });
});

describe('the order of speaking', () => {
  const present = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 40 });

  it('has each organisation once before any twice, and everybody who is here', () => {
    fc.assert(
      fc.property(present, seed, (people, by) => {
        const turns = speakingTurns(people, by);
        for (const turn of turns) assert.equal(new Set(turn).size, turn.length);
        assert.deepEqual(new Set(turns[0]), new Set(people));
        assert.deepEqual([...turns.flat()].sort(), [...people].sort());
      }),
    );
  });

  it('lets no organisation speak twice in a row while another still has somebody', () => {
    fc.assert(
      fc.property(present, seed, (people, by) => {
        const turns = speakingTurns(people, by);
        turns.forEach((turn, at) => {
          const before = turns[at - 1];
          if (before !== undefined && turn.length > 1) assert.notEqual(turn[0], before.at(-1));
        });
      }),
    );
  });

  it('is the same whoever came first, and another for another seed', () => {
    fc.assert(
      fc.property(present, seed, (people, by) => {
        assert.deepEqual(speakingTurns([...people].reverse(), by), speakingTurns(people, by));
      }),
    );
    const orders = [1, 2, 3, 4, 5, 6, 7, 8].map((by) => String(speakingTurns([1, 2, 3, 4], by)));
    assert.ok(new Set(orders).size > 3);
  });
});
