import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MatrixResults } from '../../../bot/domain/scoring/results.ts';
import { resultsOf, sampleRound } from './rounds.ts';

const tenths = (value: number): number => Math.round(value * 10);

/** Half away from zero, in whole numbers. */
const divided = (sum: number, n: number): number => Math.floor((2 * sum + n) / (2 * n));
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[], fewest: number): number | null =>
  values.length < fewest ? null : divided(sumOf(values), values.length) / 10;
const shareOf = (part: number, all: number): number | null => (all === 0 ? null : divided(100 * part, all) / 100);

/** What is on screen, and nothing else: the index of each published cell, in tenths. */
const onScreen = ({ cells }: MatrixResults): Map<string, number> =>
  new Map(Object.entries(cells).flatMap(([key, cell]) => ('index' in cell ? [[key, tenths(cell.index)]] : [])));

/** Both directions of a pair, in tenths. */
const sidesOf = (results: MatrixResults, pair: string): (number | undefined)[] => {
  const [one = '', other = ''] = pair.split('-');
  return [onScreen(results).get(`${one}>${other}`), onScreen(results).get(`${other}>${one}`)];
};

const ofMatrix = (holds: (results: MatrixResults, organisations: readonly string[]) => void): void => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const round = sampleRound(seed, 2, 4);
      const results = resultsOf({ ...round, mode: 'matrix', k: 3 });
      if (results.mode === 'matrix') holds(results, round.organisations);
    }),
    { numRuns: 1000 },
  );
};

describe('every derived number can be worked out by hand from the published ones', function () {
  this.timeout(60_000);

  it('the strength and the gap of a pair', () => {
    ofMatrix((results) => {
      for (const [key, pair] of Object.entries(results.pairs)) {
        const [there, back] = sidesOf(results, key);
        assert.equal('strength' in pair, there !== undefined && back !== undefined);
        if (!('strength' in pair) || there === undefined || back === undefined) continue;
        assert.deepEqual([pair.strength, pair.gap], [divided(there + back, 2) / 10, (there - back) / 10]);
      }
    });
  });

  it('how an organisation is seen, and how it sees the others', () => {
    ofMatrix((results, organisations) => {
      const values = [...onScreen(results)];
      for (const id of organisations) {
        const seen = values.filter(([key]) => key.endsWith(`>${id}`)).map(([, value]) => value);
        const sees = values.filter(([key]) => key.startsWith(`${id}>`)).map(([, value]) => value);
        assert.deepEqual([results.seenByOthers[id], results.seesOthers[id]], [meanOf(seen, 2), meanOf(sees, 2)]);
      }
    });
  });

  it('the numbers of the network', () => {
    ofMatrix((results) => {
      const values = [...onScreen(results).values()];
      const strongSides = Object.entries(results.pairs)
        .filter(([, pair]) => 'strength' in pair)
        .map(([key]) => sidesOf(results, key).filter((value) => value !== undefined && value >= 40).length);
      const { network } = results;
      assert.equal(network.coverage, shareOf(values.length, Object.keys(results.cells).length));
      assert.equal(network.index, meanOf(values, 1));
      assert.equal(network.strongTieDensity, shareOf(values.filter((value) => value >= 40).length, values.length));
      const [one, both] = [1, 2].map((sides) => strongSides.filter((strong) => strong >= sides).length);
      assert.equal(network.reciprocity, shareOf(both ?? 0, one ?? 0));
    });
  });

  it('the gaps between leaders and employees, and between need and give', () => {
    ofMatrix((results) => {
      for (const cell of Object.values(results.cells)) {
        const split = 'split' in cell ? cell.split : undefined;
        if (split) assert.equal(tenths(split.gap), tenths(split.leaders) - tenths(split.employees));
      }
      for (const gap of Object.values(results.expectationGaps)) {
        if ('need' in gap) assert.equal(tenths(gap.gap), tenths(gap.need) - tenths(gap.canGive));
      }
    });
  });
});
