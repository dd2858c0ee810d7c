import assert from 'node:assert/strict';
import { patience } from '../store-engines.ts';
import { mostGrowth, siege } from './siege.ts';
import { startTarget } from './target.ts';
import type { Target } from './target.ts';

const cases = 1_500;
const seed = 20_261_130;

/** A small part of `npm run hostile`. */
describe('whatever is sent', function () {
  this.timeout(600_000);
  let target: Target;
  before(async function () {
    this.timeout(3 * patience);
    target = await startTarget();
  });
  after(() => target.stop());

  it('is answered without a fault of ours, stores nothing where it must be refused, and leaves nothing in memory', async () => {
    const found = await siege(target, cases, seed);
    assert.deepEqual(found.wrong, []);
    assert.deepEqual(found.stored, {});
    assert.equal(found.crashes, 0);
    assert.ok(found.mustRefuse > cases / 4 && found.mustRefuse < cases, `${found.mustRefuse} had to be refused`);
    assert.ok(found.heapGrowth < mostGrowth, `the heap grew by ${found.heapGrowth} bytes`);
  });
});
