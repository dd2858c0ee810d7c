import assert from 'node:assert/strict';
import { areaOf, strengthOf } from '../../tab/focus-words.ts';
import { readerIn } from '../../tab/reader.ts';
import { matrix3, snapshotOf } from './fixtures.ts';
import { areas, strengths } from './networks.ts';

const { organisations } = snapshotOf(matrix3);
const readers = { en: readerIn('en', 'UTC'), nb: readerIn('nb', 'UTC') };
const all = (reader = readers.en) => [
  ...Object.values(areas).map((area) => areaOf(area, organisations, reader)),
  ...Object.values(strengths).map((strength) => strengthOf(strength, organisations, reader)),
];

describe('what to talk about, in words', () => {
  it('gives every kind of focus area a title, one sentence why with its numbers, and its pair where it has one', () => {
    assert.deepEqual(all().slice(0, 5), [
      {
        title: 'Municipality A and Hospital trust',
        pair: ['A', 'H'],
        why: 'What Municipality A needs from Hospital trust (4.8) and what Hospital trust can give today (2.8) are 2.0 apart.',
      },
      {
        title: 'Municipality A and Welfare office',
        pair: ['A', 'N'],
        why: 'Seen from Municipality A it is 3.3, seen from Welfare office 4.3: 1.0 apart.',
      },
      {
        title: 'Hospital trust and Municipality B',
        pair: ['H', 'B'],
        why: 'Both sides say that something here needs attention: 2.5 from Hospital trust, 2.0 from Municipality B.',
      },
      {
        title: 'Getting hold of the right person',
        why: 'The lowest of the statements: a mean of 2.4 over the 6 relations that are shown statement by statement.',
      },
      {
        title: 'A rule or law',
        why: '3 actions are stuck for this reason, so it is a matter for the partners together.',
      },
    ]);
  });

  it('gives every kind of strength the same', () => {
    assert.deepEqual(all().slice(5), [
      {
        title: 'Municipality A and Municipality B',
        pair: ['A', 'B'],
        why: 'Both sides see a strength, 4.2 on average: what works here that others could borrow?',
      },
      {
        title: 'Welfare office and Municipality A',
        pair: ['N', 'A'],
        why: 'Welfare office puts its collaboration with Municipality A at 4.3: what works here that others could borrow?',
      },
      {
        title: 'Taking expertise and limits seriously',
        why: 'The highest of the statements, a mean of 3.9 over 6 relations: what works here that others could borrow?',
      },
    ]);
  });

  it('says every one of them in Norwegian, with no blank left and no English in it', () => {
    for (const [at, { title, why }] of all(readers.nb).entries()) {
      assert.doesNotMatch(`${title ?? ''} ${why}`, /\{\{|\bfocus\.|\d\.\d|\b(the|and|what)\b/i);
      assert.notEqual(why, all()[at]?.why);
    }
  });

  it('writes change with its sign, and no sign where there is none', () => {
    assert.deepEqual([0.1, 0, -0, -0.3].map(readers.en.signed), ['+0.1', '0.0', '0.0', '-0.3']);
    assert.deepEqual([0.1, 0, -0.3].map(readers.nb.signed), ['+0,1', '0,0', '−0,3']);
  });
});
