import assert from 'node:assert/strict';
import fc from 'fast-check';
import { results as contract } from '../../../bot/contracts/results.ts';
import type { Results as OnTheWire } from '../../../bot/contracts/results.ts';
import type { Results } from '../../../bot/domain/scoring/results.ts';
import { resultsOf, sampleRound } from './rounds.ts';
import { slowResults } from './slow-scoring.ts';

describe('the engine and a second, slow one written from the same page', function () {
  this.timeout(60_000);

  it('publish the same of any round of 2 to 9 organisations', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const round = sampleRound(seed, 2, seed % 3 === 0 ? 9 : 5);
        assert.deepEqual(resultsOf(round), slowResults(round));
      }),
      { numRuns: 1000 },
    );
  });

  it('publish nothing that the contract of results does not name', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const published = resultsOf(sampleRound(seed, 2, 4));
        // Both assignments compile only while the domain and the contract name the same fields.
        const wire: OnTheWire = published;
        const domain: Results = contract.parse(wire);
        assert.deepEqual(domain, published);
      }),
      { numRuns: 1000 },
    );
  });
});
