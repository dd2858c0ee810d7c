import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MatrixResults } from '../../bot/contracts/results.ts';
import { changeSinceOf } from '../../tab/change-since.ts';
import { pairLink } from '../../tab/pair-link.ts';
import { arrowsOf, nameOf } from '../../tab/picture/arrows.ts';
import { curveBetween } from '../../tab/picture/curve.ts';
import { ringOf } from '../../tab/picture/ring.ts';
import { placeAfter } from '../../tab/picture/roving.ts';
import { readerIn } from '../../tab/reader.ts';
import { matrix3, rare, snapshotOf } from './fixtures.ts';
import { comparedSnapshot } from './networks.ts';

const { organisations } = snapshotOf(matrix3);
const compared = comparedSnapshot();
const counts = fc.integer({ min: 2, max: 12 });
const widths = fc.integer({ min: 240, max: 1240 });

function namesOf(results: MatrixResults, changed = changeSinceOf(snapshotOf(results)), language: 'en' | 'nb' = 'en') {
  const reader = readerIn(language, 'UTC');
  return arrowsOf(organisations, results).map((arrow) => nameOf(arrow, organisations, results, changed, reader));
}

describe('the picture of the network', () => {
  it('has one arrow each way for every pair, in the order of the matrix', () => {
    assert.deepEqual(
      arrowsOf(organisations.slice(0, 3), rare).map(({ key }) => key),
      ['H>A', 'H>B', 'A>H', 'A>B', 'B>H', 'B>A'],
    );
  });

  it('keeps every organisation inside the picture, and no two upon each other, from 2 to 12 on every width', () => {
    fc.assert(
      fc.property(counts, widths, (count, width) => {
        const { nodes, halfWidth, halfHeight, height, round } = ringOf(count, width);
        assert.equal(nodes.length, count);
        for (const [at, { x, y }] of nodes.entries()) {
          assert.ok(x >= halfWidth && x <= width - halfWidth && y >= halfHeight && y <= height - halfHeight);
          for (const other of nodes.slice(at + 1))
            assert.ok(
              round
                ? Math.hypot(x - other.x, y - other.y) >= 2 * halfWidth
                : Math.abs(x - other.x) >= 2 * halfWidth || Math.abs(y - other.y) >= 2 * halfHeight,
            );
        }
      }),
    );
  });

  it('names the organisations where there is room and numbers them on a phone', () => {
    assert.deepEqual(
      [ringOf(4, 344), ringOf(12, 1190), ringOf(4, 270), ringOf(12, 344)].map(({ round }) => round),
      [false, false, true, true],
    );
  });

  it('draws the two arrows of a pair apart, each from its own organisation to the other', () => {
    fc.assert(
      fc.property(counts, widths, (count, width) => {
        const ring = ringOf(count, width);
        const [one, other] = ring.nodes;
        assert.ok(one && other);
        const there = curveBetween(one, other, ring);
        const back = curveBetween(other, one, ring);
        assert.ok(Math.hypot(there.label.x - back.label.x, there.label.y - back.label.y) > 6);
        assert.doesNotMatch(there.line + there.head, /NaN|Infinity/);
        const [x = 0, y = 0] = /^M(\S+) (\S+)L/.exec(there.head)?.slice(1).map(Number) ?? [];
        assert.ok(Math.hypot(x - other.x, y - other.y) < Math.hypot(x - one.x, y - one.y), 'the head is at the other');
      }),
    );
  });

  it('says of each arrow who, about whom, the value and its band in words, and how many answered', () => {
    const names = namesOf(rare);
    assert.equal(names[3], 'Municipality A about Hospital trust: 2.3, needs attention. 9 answers.');
    assert.equal(names[0], 'Hospital trust about Municipality A: 3.3, to discuss. 11 answers.');
    assert.equal(names[10], 'Welfare office about Municipality A: 4.3, a strength. 4 answers.');
    const floored = 'Hospital trust about Welfare office: 1.5 or lower, needs attention. 9 answers. 1 not working with them.';
    assert.equal(names[2], floored);
  });

  it('says that an arrow is hidden and why, and never a value with it', () => {
    const hidden = 'Welfare office about Municipality B: hidden, fewer than 3 answered. 2 not working with them.';
    assert.equal(namesOf(rare)[11], hidden);
    assert.match(namesOf({ ...rare, cells: {} })[0] ?? '', /: hidden, fewer than 3 answered\.$/);
  });

  it('says what moved since which round, and where few answered', () => {
    assert.equal(compared.results.mode, 'matrix');
    const names = namesOf(compared.results, changeSinceOf(compared));
    assert.match(names[3] ?? '', /Higher than in round 1, few people\.$/);
    assert.match(names[5] ?? '', /Lower than in round 1, few people\.$/);
    assert.match(names[0] ?? '', /No clear change since round 1\.$/);
    assert.match(namesOf(rare)[6] ?? '', /^Municipality B about Hospital trust.*Very low response\.$/);
  });

  it('says it in Norwegian with Norwegian numbers', () => {
    const name = 'Municipality A om Hospital trust: 2,3, trenger oppmerksomhet. 9 svar.';
    assert.equal(namesOf(rare, undefined, 'nb')[3], name);
  });

  it('leads to one page for both directions of a pair', () => {
    assert.equal(pairLink(organisations, 'A', 'H'), '#pair-H-A');
    assert.equal(pairLink(organisations, 'H', 'A'), '#pair-H-A');
  });

  it('goes round with the arrow keys, to both ends with Home and End, and leaves every other key alone', () => {
    const after = (key: string, at: number) => placeAfter(key, at, 12);
    assert.deepEqual([after('ArrowRight', 11), after('ArrowDown', 0), after('ArrowLeft', 0), after('ArrowUp', 5)], [0, 1, 11, 4]);
    assert.deepEqual([after('Home', 7), after('End', 7)], [0, 11]);
    assert.deepEqual([after('Tab', 7), after('Enter', 7), after('a', 7)], [undefined, undefined, undefined]);
  });
});
