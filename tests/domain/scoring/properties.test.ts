import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relationalItems } from '../../../bot/domain/instrument.ts';
import type { Change, Results } from '../../../bot/domain/scoring/results.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import { cellItems } from '../../../bot/domain/scoring/tally.ts';
import { chance, changeOfRounds, comparedOf, numRuns, resultsOf, sampleRound, sampleRounds, validIndex } from './rounds.ts';
import type { Chance, SampleRound } from './rounds.ts';

/** For any round of 2 to 4 organisations; small ones, because in them most is hidden. */
const always = (holds: (round: SampleRound, random: Chance) => void): void => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      holds(sampleRound(seed, 2, 4), chance(seed + 1));
    }),
    { numRuns },
  );
};

/** For any two rounds of the same collaboration. */
const alwaysTwo = (holds: (before: SampleRound, now: SampleRound, random: Chance) => void): void => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { before, now } = sampleRounds(seed, 2, 4);
      holds(before, now, chance(seed + 1));
    }),
    { numRuns },
  );
};

const isHidden = (results: Results, { from, to }: Row): boolean => {
  const place = results.mode === 'matrix' ? results.cells[`${from}>${to}`] : results.seen[to];
  return place !== undefined && 'hidden' in place;
};

const splitIsHidden = (results: Results, { from, to }: Row): boolean => {
  const cell = results.mode === 'matrix' ? results.cells[`${from}>${to}`] : undefined;
  return cell === undefined || 'hidden' in cell || cell.split === undefined;
};

const shuffled = <T>(things: readonly T[], random: Chance): T[] =>
  things
    .map((thing) => ({ thing, place: random.between(0, 1_000_000) }))
    .sort((one, other) => one.place - other.place)
    .map(({ thing }) => thing);

/** Other ratings for the items that have one. */
const otherRatings = (row: Row, random: Chance): Row => ({
  ...row,
  ratings: Object.fromEntries(
    cellItems.flatMap((item) => (row.ratings[item] === undefined ? [] : [[item, random.between(1, 5)]])),
  ),
});

/** Within one cell, leaders get the answers of employees and employees those of leaders, as far as there are two. */
const swapped = (round: SampleRound): Row[] => {
  const results = resultsOf(round);
  const cells = round.organisations.flatMap((from) =>
    round.organisations.map((to) => round.rows.filter((row) => row.from === from && row.to === to)),
  );
  return cells.flatMap((rows) => {
    const valid = (role: Row['role']): Row[] => rows.filter((row) => row.role === role && validIndex(row, round));
    const [leaders, employees] = [valid('leader'), valid('employee')];
    return rows.map((row) => {
      const [own, other] = row.role === 'leader' ? [leaders, employees] : [employees, leaders];
      const partner = other[own.indexOf(row)];
      return own.includes(row) && partner && splitIsHidden(results, row) ? { ...row, ratings: partner.ratings } : row;
    });
  });
};

/** Only what counts, so that a swap or a change is seen by the results. */
const counting = (round: SampleRound): SampleRound => ({
  ...round,
  rows: [
    ...new Map(
      round.rows
        .filter((row) => row.submitted <= round.close && row.from !== row.to && round.audience.includes(row.role))
        .toSorted((one, other) => one.submitted - other.submitted)
        .map((row) => [`${row.respondent} about ${row.to}`, row]),
    ).values(),
  ],
});

const words = ['hidden', 'one side hidden', 'fewer than k'];
/** The path of everything that is shown: not what is null, and not the words for hidden. */
const shownPaths = (value: unknown, path = ''): string[] => {
  if (value === null || (typeof value === 'string' && words.includes(value))) return [];
  if (Array.isArray(value)) return [path];
  if (typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => shownPaths(inner, `${path}/${key}`));
};

describe('whatever the answers are', function () {
  this.timeout(60_000);

  it('what is answered inside a hidden cell changes no published number', () => {
    always((round, random) => {
      const results = resultsOf(round);
      const rows = round.rows.map((row) => (isHidden(results, row) ? otherRatings(row, random) : row));
      assert.deepEqual(resultsOf({ ...round, rows }), results);
    });
  });

  it('one respondent who answers otherwise about an organisation in a hidden cell is not seen in anything published', () => {
    let tried = 0;
    always((any, random) => {
      const round = counting(any);
      const results = resultsOf(round);
      const inHidden = round.rows.filter((row) => isHidden(results, row) && !row.notWorkingTogether);
      const one = inHidden[random.between(0, inHidden.length - 1)];
      if (one === undefined) return;
      // Other items, too; but not enough for an index where there was none, or too few where there was one.
      const asked = random.percent(50) ? cellItems : [...(round.relational ?? relationalItems)];
      const ratings = Object.fromEntries(asked.filter(() => random.percent(70)).map((item) => [item, random.between(1, 5)]));
      const other = { ...one, ratings };
      if (validIndex(other, round) !== validIndex(one, round)) return;
      tried += 1;
      assert.deepEqual(resultsOf({ ...round, rows: round.rows.map((row) => (row === one ? other : row)) }), results);
    });
    assert.ok(tried > numRuns / 5);
  });

  it('in matrix mode an organisation whose response is hidden has no count of its own anywhere', () => {
    always((round) => {
      const results = resultsOf(round);
      if (results.mode !== 'matrix') return;
      for (const [cell, shown] of Object.entries(results.cells)) {
        const response = results.response[cell.split('>')[0] ?? ''];
        if (response && 'hidden' in response) assert.deepEqual(shown, { hidden: 'fewer than k' });
      }
    });
  });

  it('with a hidden split, leaders and employees who swap their answers change nothing', () => {
    let swaps = 0;
    always((any) => {
      const round = counting(any);
      const rows = swapped(round);
      if (rows.some((row) => !round.rows.includes(row))) swaps += 1;
      assert.deepEqual(resultsOf({ ...round, rows }), resultsOf(round));
    });
    assert.ok(swaps > numRuns / 20);
  });

  it('the order of rows, repeated rows, self-ratings, late and superseded rows change nothing', () => {
    always((round, random) => {
      const { rows, close } = counting(round);
      const other = (row: Row): Row => {
        const { ratings } = otherRatings(row, random);
        return { ...row, notWorkingTogether: false, ratings: { ...ratings, R1: 1 } };
      };
      const noise = rows.flatMap((row) => [
        row,
        { ...other(row), submitted: row.submitted - 1 },
        { ...other(row), submitted: close + random.between(1, 9) },
        { ...other(row), to: row.from },
      ]);
      assert.deepEqual(resultsOf({ ...round, rows: shuffled([...rows, ...noise], random) }), resultsOf(round));
    });
  });

  it('nor do they change anything in the change between two rounds', () => {
    alwaysTwo((before, now, random) => {
      const rows = counting(now).rows;
      const noise = rows.flatMap((row) => [
        row,
        { ...otherRatings(row, random), submitted: row.submitted - 1 },
        { ...otherRatings(row, random), submitted: now.close + 1 },
        { ...otherRatings(row, random), to: row.from },
      ]);
      const noisy = { ...now, rows: shuffled([...rows, ...noise], random) };
      assert.deepEqual(changeOfRounds(before, noisy), changeOfRounds(before, now));
      assert.deepEqual(changeOfRounds(noisy, before), changeOfRounds(now, before));
    });
  });

  it('what is answered inside a hidden cell, in either round, changes nothing in the change between them', () => {
    let tried = 0;
    alwaysTwo((before, now, random) => {
      const changed = (round: SampleRound): SampleRound => {
        const results = resultsOf(round);
        const rows = round.rows.map((row) => (isHidden(results, row) ? otherRatings(row, random) : row));
        if (rows.some((row) => !round.rows.includes(row))) tried += 1;
        return { ...round, rows };
      };
      assert.deepEqual(changeOfRounds(changed(before), changed(now)), changeOfRounds(before, now));
    });
    assert.ok(tried > numRuns / 5);
  });

  it('a higher k never shows more of a round', () => {
    always((round) => {
      const lower = new Set(shownPaths(resultsOf(round)));
      assert.deepEqual(
        shownPaths(resultsOf({ ...round, k: round.k + 1 })).filter((path) => !lower.has(path)),
        [],
      );
    });
  });

  // With fewer cells to compare, the change is another number, of other people, and is weighed anew (docs/decisions.md).
  it('nor does it of the change between two, as long as the same cells are compared', () => {
    const shown = ({ label, ...numbers }: Change): string[] =>
      shownPaths(label === 'too few to tell' ? numbers : { ...numbers, label });
    let tried = 0;
    alwaysTwo((before, now) => {
      const [more, later] = [before, now].map((round) => ({ ...round, k: round.k + 1 })) as [SampleRound, SampleRound];
      const lower = changeOfRounds(before, now);
      const higher = changeOfRounds(more, later);
      const words = new Set(shown(lower).filter((path) => path.startsWith('/cells')));
      assert.deepEqual(
        shown(higher).filter((path) => path.startsWith('/cells') && !words.has(path)),
        [],
      );
      if ([...comparedOf(before, now)].join() !== [...comparedOf(more, later)].join()) return;
      if (lower.mean !== undefined) tried += 1;
      assert.deepEqual(
        shown(higher).filter((path) => !shown(lower).includes(path)),
        [],
      );
    });
    assert.ok(tried > numRuns / 20);
  });

  it('a change that three cells may not give, because one person left, may be given by the one that a higher k leaves', () => {
    const { before, now } = sampleRounds(-488190567, 2, 4);
    const higher = (round: SampleRound): SampleRound => ({ ...round, k: round.k + 1 });
    assert.deepEqual([...comparedOf(before, now)], ['O2>O0', 'O2>O1', 'O2>O3']);
    assert.equal(changeOfRounds(before, now).label, 'too few to tell');
    assert.deepEqual([...comparedOf(higher(before), higher(now))], ['O2>O3']);
    assert.equal(changeOfRounds(higher(before), higher(now)).label, 'clear decline');
  });

  it('a round without employees, or without leaders, shows no split', () => {
    always((round) => {
      const results = resultsOf(round);
      if (round.audience.length === 2 || results.mode === 'pooled') return;
      assert.ok(Object.values(results.cells).every((cell) => 'hidden' in cell || cell.split === undefined));
    });
  });
});
