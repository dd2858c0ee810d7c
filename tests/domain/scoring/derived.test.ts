import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MatrixResults } from '../../../bot/domain/scoring/results.ts';
import { changeOfRounds, numRuns, resultsOf, sampleRound, sampleRounds } from './rounds.ts';

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
    { numRuns },
  );
};

describe('every derived number can be worked out by hand from the published ones', function () {
  this.timeout(60_000);

  it('the band of a cell', () => {
    ofMatrix(({ cells }) => {
      for (const cell of Object.values(cells)) {
        if (!('index' in cell)) continue;
        const value = tenths(cell.index);
        assert.equal(cell.band, value >= 40 ? 'strength' : value >= 30 ? 'discuss' : 'attention');
        if (cell.orLower) assert.equal(cell.index, 1.5);
      }
    });
  });

  it('the strength, the gap and the status of a pair', () => {
    ofMatrix((results) => {
      for (const [key, pair] of Object.entries(results.pairs)) {
        const [there, back] = sidesOf(results, key);
        assert.equal('strength' in pair, there !== undefined && back !== undefined);
        if (!('strength' in pair) || there === undefined || back === undefined) continue;
        assert.deepEqual([pair.strength, pair.gap], [divided(there + back, 2) / 10, (there - back) / 10]);
        const apart = Math.abs(there - back) >= 10;
        const alike =
          Math.min(there, back) >= 40 ? 'mutual strength' : Math.max(there, back) < 30 ? 'mutual attention' : 'balanced';
        assert.equal(pair.status, apart ? 'asymmetric' : alike);
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
        if (!split) continue;
        const gap = tenths(split.leaders) - tenths(split.employees);
        const brighter = gap >= 10 ? 'leaders see it brighter' : 'employees see it brighter';
        assert.deepEqual([tenths(split.gap), split.flag], [gap, Math.abs(gap) >= 10 ? brighter : 'similar']);
      }
      for (const gap of Object.values(results.expectationGaps)) {
        if (!('need' in gap)) continue;
        const difference = tenths(gap.need) - tenths(gap.canGive);
        const flag = difference >= 10 ? 'expects clearly more' : difference <= -10 ? 'room to ask for more' : 'aligned';
        assert.deepEqual([tenths(gap.gap), gap.flag], [difference, flag]);
      }
    });
  });

  it('the word for the change of a cell, from the two rounds as they were published', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { before: any, now } = sampleRounds(seed, 2, 4);
        const before: typeof any = { ...any, mode: 'matrix', audience: now.audience };
        const [then, today] = [resultsOf(before), resultsOf({ ...now, mode: 'matrix' })];
        const { cells = {} } = changeOfRounds(before, { ...now, mode: 'matrix' });
        if (then.mode !== 'matrix' || today.mode !== 'matrix' || before.relational?.length !== now.relational?.length) return;
        const [from, to] = [onScreen(then), onScreen(today)];
        const shownTwice = [...to.keys()].filter((key) => from.has(key));
        assert.deepEqual(Object.keys(cells).sort(), shownTwice.sort());
        for (const key of shownTwice) {
          const moved = (to.get(key) ?? 0) - (from.get(key) ?? 0);
          assert.equal(cells[key], Math.abs(moved) < 10 ? 'no clear change' : moved > 0 ? 'higher' : 'lower');
        }
      }),
      { numRuns },
    );
  });
});
