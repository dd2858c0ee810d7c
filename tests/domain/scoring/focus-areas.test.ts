import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relationalItems } from '../../../bot/domain/instrument.ts';
import { focusAreasOf } from '../../../bot/domain/scoring/focus-areas.ts';
import type { Cell, MatrixResults } from '../../../bot/domain/scoring/results.ts';
import { publish } from '../../../bot/domain/scoring/publish.ts';
import { tenthsOf } from '../../../bot/domain/scoring/fraction.ts';
import { numRuns, resultsOf, sampleRound } from './rounds.ts';

const organisations = ['A', 'B', 'C'];

/** Three organisations, with these indexes; `profile`: cells that show their items, R1 with this value and the others 3.5. */
const matrix = (
  indexes: Readonly<Record<string, number>>,
  profile: Readonly<Record<string, number>> = {},
  gaps: MatrixResults['expectationGaps'] = {},
): MatrixResults => {
  const rest = Object.fromEntries(relationalItems.map((item) => [item, 3.5]));
  const cell = (key: string, index: number): Cell => ({
    ...{ n: 5, index, orLower: false, band: 'discuss' },
    ...(profile[key] !== undefined && { items: { ...rest, R1: profile[key] } }),
  });
  // The pairs of these indexes, from the engine: rows in which one person answers so much to everything.
  const cells = Object.entries(indexes).map(([key, index]) => {
    const [from = '', to = ''] = key.split('>');
    return { from, to, role: 'leader' as const, indexes: 10, indexSum: index * 4200, notWorkingTogether: 0, items: {} };
  });
  const sums = { cells, answered: {} };
  const published = publish({ mode: 'matrix', k: 5, audience: ['leader'], organisations, invited: {}, sums });
  assert.ok(published.mode === 'matrix');
  return {
    ...published,
    cells: Object.fromEntries(Object.entries(indexes).map(([key, index]) => [key, cell(key, index)])),
    expectationGaps: gaps,
  };
};

const gap = (need: number, canGive: number) => ({
  ...{ need, canGive, gap: (tenthsOf(need) - tenthsOf(canGive)) / 10 },
  flag: need - canGive >= 1 ? ('expects clearly more' as const) : ('aligned' as const),
});
const kinds = (...args: Parameters<typeof focusAreasOf>): string[] => focusAreasOf(...args).proposed.map(({ kind }) => kind);

describe('focus areas', () => {
  const indexes = { 'A>B': 4.4, 'B>A': 3.2, 'A>C': 2.4, 'C>A': 2.6, 'B>C': 3.4, 'C>B': 3.6 };
  const gaps = { 'A needs from B': gap(4, 2.9), 'B needs from C': gap(4.1, 3), 'C needs from A': gap(3, 3) };
  const profile = { 'A>B': 2, 'B>A': 3 };

  it('are at most three, one of each kind, in the order of the kinds', () => {
    const { proposed } = focusAreasOf(matrix(indexes, profile, gaps), organisations, { system: 9 });
    assert.deepEqual(proposed, [
      { kind: 'expectation gap', from: 'A', to: 'B', need: 4, canGive: 2.9, gap: 1.1 },
      { kind: 'asymmetric pair', one: 'A', other: 'B', there: 4.4, back: 3.2, gap: 1.2 },
      { kind: 'mutual attention', one: 'A', other: 'C', there: 2.4, back: 2.6, strength: 2.5 },
    ]);
  });

  it('fill up with the item that has the lowest mean, then with what actions are stuck on', () => {
    const { proposed } = focusAreasOf(matrix({ 'A>B': 3.5, 'B>A': 3.5 }, profile), organisations, { system: 3, 'no time': 4 });
    assert.deepEqual(proposed, [
      { kind: 'item', item: 'R1', mean: 2.5, profiles: 2 },
      { kind: 'stuck because', reason: 'no time', count: 4 },
    ]);
  });

  it('an expectation gap below 1.0 is none', () => {
    assert.deepEqual(kinds(matrix({}, {}, { 'A needs from B': gap(3.9, 3) }), organisations), []);
    assert.deepEqual(kinds(matrix({}, {}, { 'A needs from B': gap(4, 3) }), organisations), ['expectation gap']);
  });

  it('of equals the first organisation of the round comes first, wherever it stands in the results', () => {
    const results = matrix(
      { 'A>C': 2, 'C>A': 2, 'A>B': 2, 'B>A': 2 },
      {},
      { 'C needs from A': gap(4, 3), 'B needs from C': gap(5, 4) },
    );
    const [first, second] = focusAreasOf(results, organisations).proposed;
    assert.ok(first?.kind === 'expectation gap' && first.from === 'B');
    assert.ok(second?.kind === 'mutual attention' && second.one === 'A' && second.other === 'B');
    const [other] = focusAreasOf(results, ['C', 'B', 'A']).proposed;
    assert.ok(other?.kind === 'expectation gap' && other.from === 'C');
  });

  it('of items with the same mean the first is proposed, and one profile is not enough for any', () => {
    assert.deepEqual(kinds(matrix({ 'A>B': 3.5 }, { 'A>B': 2 }), organisations), []);
    const [lowest] = focusAreasOf(matrix({ 'A>B': 3.5, 'B>A': 3.5 }, { 'A>B': 3.5, 'B>A': 3.5 }), organisations).proposed;
    assert.ok(lowest?.kind === 'item' && lowest.item === 'R1');
  });

  it('two actions stuck for a reason are not yet a matter of all, three are; of equals the first reason', () => {
    assert.deepEqual(kinds(matrix({}), organisations, { system: 2 }), []);
    const [found] = focusAreasOf(matrix({}), organisations, { unclear: 3, 'rule or law': 3 }).proposed;
    assert.deepEqual(found, { kind: 'stuck because', reason: 'rule or law', count: 3 });
  });

  it('a pooled round proposes what actions are stuck on, and praises no organisation', () => {
    const seen = { A: { n: 9, index: 4.5, orLower: false, band: 'strength' as const } };
    const pooled = { mode: 'pooled' as const, k: 5, response: {}, seen };
    const proposed = [{ kind: 'stuck because', reason: 'system', count: 3 }];
    assert.deepEqual(focusAreasOf(pooled, organisations, { system: 3 }), { proposed, strength: null });
  });
});

describe('beside the focus areas stands one strength', () => {
  const strengthOf = (results: MatrixResults) => focusAreasOf(results, organisations).strength;

  it('the strongest mutual strength', () => {
    const results = matrix({ 'A>B': 4, 'B>A': 4.2, 'A>C': 4.3, 'C>A': 4.5, 'B>C': 4.4, 'C>B': 4.4, 'C>D': 5 });
    assert.deepEqual(strengthOf(results), { kind: 'mutual strength', one: 'A', other: 'C', strength: 4.4 });
  });

  it('else the highest side of 4.0 or more', () => {
    assert.deepEqual(strengthOf(matrix({ 'A>B': 4, 'B>A': 3.9, 'C>A': 4.1 })), {
      kind: 'strong side',
      from: 'C',
      to: 'A',
      index: 4.1,
    });
  });

  it('else the item that works best, but never the one that is proposed as a focus area', () => {
    const low = { 'A>B': 2, 'B>A': 2 };
    assert.deepEqual(strengthOf(matrix(low, { 'A>B': 4.9, 'B>A': 5 })), { kind: 'item', item: 'R1', mean: 5, profiles: 2 });
    assert.deepEqual(strengthOf(matrix(low, { 'A>B': 3.5, 'B>A': 3.5 })), { kind: 'item', item: 'R2', mean: 3.5, profiles: 2 });
  });

  it('else none, because nothing is published that could be one', () => {
    assert.equal(strengthOf(matrix({ 'A>B': 3.9 })), null);
  });
});

describe('whatever the answers are, focus areas', () => {
  const always = (holds: (results: MatrixResults, ids: readonly string[]) => void): void => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const round = sampleRound(seed, 2, 5);
        const results = resultsOf({ ...round, mode: 'matrix', k: 3 });
        if (results.mode === 'matrix') holds(results, round.organisations);
      }),
      { numRuns },
    );
  };

  it('say nothing that is not published where they say it is', () => {
    always((results, ids) => {
      const { proposed, strength } = focusAreasOf(results, ids);
      for (const area of [...proposed, ...(strength ? [strength] : [])]) {
        if (area.kind === 'expectation gap') {
          const { kind, from, to, ...facts } = area;
          assert.deepEqual(results.expectationGaps[`${from} needs from ${to}`], { ...facts, flag: 'expects clearly more' }, kind);
        } else if (area.kind === 'asymmetric pair') {
          assert.equal(tenthsOf(area.gap), tenthsOf(area.there) - tenthsOf(area.back));
          const pair = results.pairs[`${area.one}-${area.other}`];
          assert.ok(pair?.status === 'asymmetric' && pair.gap === area.gap);
        } else if (area.kind === 'mutual attention') {
          const pair = results.pairs[`${area.one}-${area.other}`];
          assert.ok(pair?.status === 'mutual attention' && pair.strength === area.strength);
        } else if (area.kind === 'mutual strength') {
          const pair = results.pairs[`${area.one}-${area.other}`];
          assert.ok(pair?.status === 'mutual strength' && pair.strength === area.strength);
        } else if (area.kind === 'strong side') {
          const cell = results.cells[`${area.from}>${area.to}`];
          assert.ok(cell && 'index' in cell && cell.index === area.index && cell.band === 'strength');
        } else if (area.kind === 'item') {
          const values = Object.values(results.cells).flatMap((cell) => ('items' in cell ? (cell.items?.[area.item] ?? []) : []));
          const sum = values.reduce((total, value) => total + tenthsOf(value), 0);
          assert.equal(values.length, area.profiles);
          assert.equal(tenthsOf(area.mean), Math.floor((2 * sum + values.length) / (2 * values.length)));
        } else assert.fail(area.kind);
      }
    });
  });

  it('are the same from published results that came back from where they were stored, in whatever order', () => {
    const reversed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).toReversed());
    always((results, ids) => {
      const { cells, pairs, expectationGaps } = results;
      const stored = { ...results, cells: reversed(cells), pairs: reversed(pairs), expectationGaps: reversed(expectationGaps) };
      assert.deepEqual(focusAreasOf(stored, ids), focusAreasOf(results, ids));
    });
  });

  it('leave out no larger gap, no wider asymmetry, no weaker pair and no stronger strength', () => {
    always((results, ids) => {
      const { proposed, strength } = focusAreasOf(results, ids);
      const gaps = Object.values(results.expectationGaps).flatMap((one) => ('gap' in one && one.gap >= 1 ? [one.gap] : []));
      const pairs = Object.values(results.pairs).flatMap((pair) => ('strength' in pair ? [pair] : []));
      const of = (status: string) => pairs.filter((pair) => pair.status === status);
      const found = proposed.slice();
      const expect = (kind: string, wanted: number, shown: (area: (typeof proposed)[number]) => number | undefined): void => {
        if (!Number.isFinite(wanted)) return;
        const area = found.shift();
        assert.deepEqual([area?.kind, area === undefined ? undefined : shown(area)], [kind, wanted]);
      };
      expect('expectation gap', Math.max(...gaps), (area) => ('gap' in area ? area.gap : undefined));
      const widest = Math.max(...of('asymmetric').map((pair) => Math.abs(pair.gap)));
      expect('asymmetric pair', widest, (area) => ('gap' in area ? Math.abs(area.gap) : undefined));
      const weakest = Math.min(...of('mutual attention').map((pair) => pair.strength));
      expect('mutual attention', weakest, (area) => ('strength' in area ? area.strength : undefined));
      assert.ok(found.every(({ kind }) => kind === 'item') && found.length <= 1);
      const mutual = Math.max(...of('mutual strength').map((pair) => pair.strength));
      if (Number.isFinite(mutual)) assert.ok(strength?.kind === 'mutual strength' && strength.strength === mutual);
    });
  });
});
