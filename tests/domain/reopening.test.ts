import assert from 'node:assert/strict';
import fc from 'fast-check';
import { roles } from '../../bot/domain/collaboration.ts';
import { mayPublishAgain, mayReopen } from '../../bot/domain/reopening.ts';
import type { Differing } from '../../bot/domain/reopening.ts';
import type { Round } from '../../bot/domain/round.ts';
import type { Results } from '../../bot/domain/scoring/results.ts';
import { items } from '../../bot/domain/instrument.ts';
import type { Row } from '../../bot/domain/scoring/sums-from-rows.ts';
import { relational } from '../builders.ts';
import { chance, ratingsAround, resultsOf, sampleRound } from './scoring/rounds.ts';
import type { Chance, SampleRound } from './scoring/rounds.ts';

const closed = new Date('2026-11-24T14:00Z');
const days = (count: number): Date => new Date(closed.getTime() + count * 86_400_000);
const round: Round = {
  ...{ number: 3, state: 'closed', mode: 'matrix', k: 3, audience: ['leader'], instrument: relational },
  ...{ opens: days(-14), closes: closed },
};

describe('a closed round may be opened again', () => {
  it('within fourteen days of its close', () => {
    assert.equal(mayReopen(round, closed, closed), true);
    assert.equal(mayReopen(round, closed, days(14)), true);
    assert.equal(mayReopen(round, closed, new Date(days(14).getTime() + 1)), false);
  });

  it('once, and not while it is open', () => {
    assert.equal(mayReopen({ ...round, reopened: days(1) }, closed, days(2)), false);
    assert.equal(mayReopen({ ...round, state: 'open' }, closed, days(2)), false);
  });
});

const empty: Results = {
  ...{ mode: 'matrix', k: 3, response: {}, cells: {}, pairs: {}, seenByOthers: {}, seesOthers: {}, expectationGaps: {} },
  network: { possibleCells: 0, publishedCells: 0, coverage: 0, index: null, strongTieDensity: null, reciprocity: null },
};
const withSplit: Results = {
  ...empty,
  cells: {
    '1>2': {
      ...{ n: 8, index: 3, orLower: false, band: 'discuss' },
      split: { leaders: 3, employees: 3, gap: 0, flag: 'similar' },
    },
  },
};
const pooled: Results = { mode: 'pooled', k: 3, response: {}, seen: {} };
const some = (counts: Partial<Differing>): Differing => ({
  ...{ from: '1', to: '2', role: 'leader', changed: 0, added: 0, erased: 0 },
  ...counts,
});
const may = (differing: readonly Differing[], before: Results = empty, after: Results = before): boolean =>
  mayPublishAgain(differing, before, after);

describe('the results of a round that was opened again may replace the published ones', () => {
  it('when nobody answered differently, or at least k people in every cell where anybody did', () => {
    assert.equal(may([]), true);
    assert.equal(may([some({ changed: 3 })]), true);
    assert.equal(may([some({ changed: 1, added: 2 })]), true);
    assert.equal(may([some({ changed: 2 })]), false);
    assert.equal(may([some({ changed: 3 }), some({ to: '3', added: 1 })]), false);
    assert.equal(may([some({ changed: 2 }), some({ to: '3', changed: 2 })]), false);
  });

  it('when those whose answers were erased are enough too; who was erased and is there anew is one person', () => {
    assert.equal(may([some({ erased: 3 })]), true);
    assert.equal(may([some({ erased: 1, changed: 2 })]), true);
    assert.equal(may([some({ erased: 1 })]), false);
    assert.equal(may([some({ erased: 2, added: 2 })]), false);
    assert.equal(may([some({ erased: 2, added: 3 })]), true);
  });

  it('counts leaders and employees of a cell together, and each alone where they are shown apart before or after', () => {
    const mixed = [some({ changed: 1 }), some({ role: 'employee', changed: 2 })];
    assert.equal(may(mixed), true);
    assert.equal(may(mixed, withSplit, empty), false);
    assert.equal(may(mixed, empty, withSplit), false);
    assert.equal(may([some({ changed: 3 }), some({ role: 'employee', changed: 3 })], withSplit), true);
    assert.equal(may([some({ changed: 3 })], withSplit), true);
  });

  it('in pooled mode counts everybody about one organisation, wherever they are from', () => {
    const three = ['1', '3', '4'].map((from) => some({ from, changed: 1 }));
    assert.equal(may(three, pooled), true);
    assert.equal(may(three), false);
    assert.equal(may(three.slice(1), pooled), false);
  });
});

const rowKey = ({ respondent, to }: Row): string => `${respondent} about ${to}`;

/** Some people answer anew: all they said, one item about one partner, or for the first time; some are gone. */
const answeredAgain = (rows: readonly Row[], random: Chance): readonly Row[] => {
  const eager = [0, 10, 40, 90][random.between(0, 3)] ?? 0;
  const gone = new Set(rows.filter(() => random.percent(3)).map(({ respondent }) => respondent));
  const busy = new Set(rows.filter(() => random.percent(eager)).map(({ respondent }) => respondent));
  return rows
    .filter(({ respondent }) => !gone.has(respondent))
    .map((row) =>
      busy.has(row.respondent) && random.percent(70)
        ? { ...row, notWorkingTogether: false, ratings: ratingsAround(random, items, random.between(1, 5), 1, 0) }
        : row,
    );
};

const sameAnswer = (one: Row, other: Row): boolean =>
  one.notWorkingTogether === other.notWorkingTogether && JSON.stringify(one.ratings) === JSON.stringify(other.ratings);

/** Who differs in a cell, by comparing the rows one by one. */
const differingRows = (before: readonly Row[], after: readonly Row[]): readonly Row[] => {
  const was = new Map(before.map((row) => [rowKey(row), row]));
  const is = new Map(after.map((row) => [rowKey(row), row]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    const either = one ?? other;
    return either === undefined || (one && other && sameAnswer(one, other)) ? [] : [either];
  });
};

const counted = (before: readonly Row[], after: readonly Row[]): readonly Differing[] => {
  const was = new Set(before.map(rowKey));
  const is = new Set(after.map(rowKey));
  return differingRows(before, after).map((row) => ({
    ...{ from: row.from, to: row.to, role: row.role },
    changed: was.has(rowKey(row)) && is.has(rowKey(row)) ? 1 : 0,
    added: was.has(rowKey(row)) ? 0 : 1,
    erased: is.has(rowKey(row)) ? 0 : 1,
  }));
};

/** Only what counts, the latest row of each person about each partner. */
const counting = (any: SampleRound): SampleRound => ({
  ...any,
  rows: [
    ...new Map(
      any.rows
        .filter((row) => row.submitted <= any.close && row.from !== row.to && any.audience.includes(row.role))
        .toSorted((one, other) => one.submitted - other.submitted)
        .map((row) => [rowKey(row), row]),
    ).values(),
  ],
});

describe('whatever people answer in a round that was opened again', function () {
  this.timeout(60_000);

  /** `published`: what readers see after the second close. */
  const always = (
    answer: (round: SampleRound, random: Chance) => readonly Row[],
    holds: (round: SampleRound, rows: readonly Row[], published: Results) => void,
  ): void => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const before = counting(sampleRound(seed, 2, 4));
        const rows = answer(before, chance(seed + 1));
        const [was, is] = [resultsOf(before), resultsOf({ ...before, rows })];
        holds(before, rows, mayPublishAgain(counted(before.rows, rows), was, is) ? is : was);
      }),
      { numRuns: 1_000 },
    );
  };

  it('nothing published changes unless in every cell nobody or at least k people differ', () => {
    const seen = { replaced: 0, left: 0 };
    always(
      ({ rows }, random) => answeredAgain(rows, random),
      (before, rows, published) => {
        const people = new Map<string, Set<string>>();
        for (const row of differingRows(before.rows, rows)) {
          const cell = before.mode === 'pooled' ? row.to : `${row.from}>${row.to}`;
          people.set(cell, (people.get(cell) ?? new Set()).add(row.respondent));
        }
        const few = [...people.values()].some(({ size }) => size < before.k);
        if (few) assert.deepEqual(published, resultsOf(before));
        if (people.size > 0) seen[few ? 'left' : 'replaced'] += 1;
      },
    );
    assert.ok(seen.replaced > 50 && seen.left > 50, JSON.stringify(seen));
  });

  it('one person who changes their answers, about one partner or about all, changes nothing that is published', () => {
    always(
      ({ rows }, random) => {
        const one = rows[random.between(0, Math.max(0, rows.length - 1))]?.respondent;
        const all = random.percent(50);
        return rows.map((row) =>
          row.respondent === one && (all || random.percent(30))
            ? { ...row, notWorkingTogether: false, ratings: ratingsAround(random, items, 1, 0, 0) }
            : row,
        );
      },
      (before, _rows, published) => {
        assert.deepEqual(published, resultsOf(before));
      },
    );
  });

  it('where leaders are shown apart, fewer than k of them never move their number', () => {
    let shown = 0;
    always(
      ({ rows }, random) => answeredAgain(rows, random),
      (before, rows, published) => {
        const was = resultsOf(before);
        if (was.mode === 'pooled' || published.mode === 'pooled') return;
        for (const [cell, one] of Object.entries(was.cells)) {
          if (!('split' in one) || one.split === undefined) continue;
          shown += 1;
          for (const role of roles) {
            const people = differingRows(before.rows, rows).filter(
              (row) => `${row.from}>${row.to}` === cell && row.role === role,
            );
            if (people.length > 0 && people.length < before.k) assert.deepEqual(published, was);
          }
        }
      },
    );
    assert.ok(shown > 50);
  });
});
