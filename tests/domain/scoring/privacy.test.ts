import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { roles } from '../../../bot/domain/collaboration.ts';
import type { Role } from '../../../bot/domain/collaboration.ts';
import { items, relationalItems } from '../../../bot/domain/instrument.ts';
import type { Item } from '../../../bot/domain/instrument.ts';
import { publish } from '../../../bot/domain/scoring/publish.ts';
import type { Cell, MatrixResults } from '../../../bot/domain/scoring/results.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import { resultsOf } from './rounds.ts';
import type { SampleRound } from './rounds.ts';

const cases = z
  .object({ expected: z.object({ privacy_cases: z.array(z.looseObject({ case: z.string() })) }) })
  .parse(JSON.parse(readFileSync(new URL('../../worked-example.json', import.meta.url), 'utf8'))).expected.privacy_cases;

const privacyCase = <Shape extends z.ZodRawShape>(name: string, shape: Shape): z.infer<z.ZodObject<Shape>> =>
  z.object(shape).parse(cases.find((one) => one.case === name));

const count = z.number();
const yes = z.boolean();

const allBut = (left: Item, rating: number): Row['ratings'] =>
  Object.fromEntries(items.filter((item) => item !== left).map((item) => [item, rating]));
const all = (rating: number): Row['ratings'] => Object.fromEntries(items.map((item) => [item, rating]));

/** So many of organisation A about B, each with these ratings. */
const some = (role: Role, how: number, ratings: Row['ratings'] = all(3)): Row[] =>
  Array.from({ length: how }, (_, place) => ({
    respondent: `${role} ${place} ${JSON.stringify(ratings)}`,
    ...{ from: 'A', role, to: 'B', notWorkingTogether: false, ratings, submitted: 1 },
  }));

const matrix = (k: number, rows: readonly Row[]): MatrixResults => {
  const invited = { A: { leader: 20, employee: 20 }, B: { leader: 20, employee: 20 } };
  const results = resultsOf({ mode: 'matrix', k, audience: roles, organisations: ['A', 'B'], invited, close: 9, rows });
  assert.ok(results.mode === 'matrix');
  return results;
};
const cell = (k: number, rows: readonly Row[]): Partial<Extract<Cell, { n: number }>> => {
  const found = matrix(k, rows).cells['A>B'];
  return found && 'n' in found ? found : {};
};
const isPublished = (k: number, rows: readonly Row[]): boolean => cell(k, rows).n !== undefined;

describe('what few people said is not shown', () => {
  for (const name of ['P1 n equals k', 'P1 n below k']) {
    it(name, () => {
      const { k, n, publish: shown } = privacyCase(name, { k: count, n: count, publish: yes });
      assert.equal(isPublished(k, some('leader', n)), shown);
    });
  }

  it('P1 floor: k below 3 is never published', () => {
    const { k_requested: k, accepted } = privacyCase('P1 floor: k cannot be set below 3', { k_requested: count, accepted: yes });
    const sums = { cells: [], answered: {} };
    assert.equal(accepted, false);
    assert.throws(
      () => publish({ mode: 'matrix', k, audience: roles, organisations: ['A', 'B'], invited: {}, sums }),
      RangeError,
    );
  });

  for (const name of ['P3 both groups reach k', 'P3 one group below k', 'P3 nobody in one group']) {
    it(name, () => {
      const group = privacyCase(name, { k: count, leaders: count, employees: count, combined: yes, split: yes });
      const rows = [...some('leader', group.leaders), ...some('employee', group.employees)];
      assert.equal(isPublished(group.k, rows), group.combined);
      assert.equal(cell(group.k, rows).split !== undefined, group.split);
    });
  }

  it('P7 a mean of 1.25 is shown as 1.5 or lower, for the cell and for each item', () => {
    const name = 'P7 mean 1.25 is shown as at most 1.5';
    const { mean, shown, floored } = privacyCase(name, { mean: count, shown: count, floored: yes });
    const found = cell(3, [...some('leader', 3, all(1)), ...some('leader', 1, all(2))]);
    assert.equal(mean, (1 + 1 + 1 + 2) / 4);
    assert.deepEqual([found.index, found.orLower, found.items?.R1, found.itemsOrLower], [shown, floored, shown, relationalItems]);
  });

  it('P7 a mean of exactly 1.5 is not "or lower"', () => {
    const found = cell(3, [...some('leader', 2, all(1)), ...some('leader', 2, all(2))]);
    assert.deepEqual([found.index, found.orLower, found.itemsOrLower], [1.5, false, []]);
  });

  it('P7 the sides of a split and of an expectation gap are not below 1.5 either', () => {
    const rows = [...some('leader', 3, all(1)), ...some('employee', 3, all(5))];
    const back = rows.map((row) => ({ ...row, respondent: `B ${row.respondent}`, from: 'B', to: 'A' }));
    const results = matrix(3, [...some('leader', 3, all(1)), ...back.filter((row) => row.role === 'employee')]);
    assert.deepEqual(cell(3, rows).split, { leaders: 1.5, employees: 5, gap: -3.5, flag: 'employees see it brighter' });
    const wanted = { need: 1.5, canGive: 5, gap: -3.5, flag: 'room to ask for more' };
    assert.deepEqual(results.expectationGaps['A needs from B'], wanted);
  });

  it('P8 agreement needs five, also where k is 3', () => {
    const { k, n, agreement_label: shown } = privacyCase('P8 dispersion needs 5', { k: count, n: count, agreement_label: yes });
    assert.equal(cell(k, some('leader', n)).agreement !== undefined, shown);
    assert.equal(cell(k, some('leader', 5)).agreement, 'agree');
    assert.equal(cell(6, some('leader', 6)).agreement, 'agree');
  });

  it('P8 distribution needs 10: how many chose which rating is not published at all', () => {
    const { k, n, distribution } = privacyCase('P8 distribution needs 10', { k: count, n: count, distribution: yes });
    const fields = [...Object.keys(cell(k, some('leader', n))), ...Object.keys(cell(k, some('leader', n + 1)))];
    const known = ['n', 'index', 'orLower', 'band', 'notWorkingTogether', 'items', 'itemsOrLower', 'agreement'];
    assert.equal(distribution, false);
    assert.deepEqual([...new Set(fields)], known);
  });

  it('P8 agreement has no word where an item has no variance', () => {
    assert.equal(cell(3, some('leader', 5, allBut('R1', 3))).agreement, undefined);
  });

  it('P2 one item with too few answers hides all seven', () => {
    assert.equal(cell(3, [...some('leader', 2), ...some('leader', 1, allBut('R7', 3))]).items, undefined);
    assert.ok(cell(3, [...some('leader', 3), ...some('leader', 1, allBut('R7', 3))]).items);
  });

  it('a hidden cell shows nothing of need and give, however many answered those two', () => {
    const few = some('leader', 4, { R1: 3, E1: 4, E2: 4 });
    const back = some('leader', 4).map((row) => ({ ...row, respondent: `B ${row.respondent}`, from: 'B', to: 'A' }));
    assert.deepEqual(matrix(3, [...few, ...back]).expectationGaps['A needs from B'], { hidden: 'fewer than k' });
    assert.deepEqual(matrix(3, [...few, ...back]).expectationGaps['B needs from A'], { hidden: 'fewer than k' });
  });

  it('how many do not work together is shown once k answered either way', () => {
    const apart = some('employee', 2).map((row) => ({ ...row, notWorkingTogether: true, ratings: {} }));
    assert.deepEqual(matrix(3, [...some('leader', 1), ...apart]).cells['A>B'], { hidden: 'fewer than k', notWorkingTogether: 2 });
    assert.deepEqual(matrix(4, [...some('leader', 1), ...apart]).cells['A>B'], { hidden: 'fewer than k' });
  });
});

describe('local questions and the short form', () => {
  const withLocal = (rating: number): Row['ratings'] => ({ ...all(3), L1: rating });

  it('a local question is shown where k answered it, 1.5 being the lowest, and not at all where fewer did', () => {
    const found = cell(3, [...some('leader', 2, withLocal(1)), ...some('leader', 1, { ...withLocal(2), L2: 5 })]);
    assert.deepEqual([found.local, found.localOrLower], [{ L1: 1.5 }, ['L1']]);
    assert.deepEqual(cell(3, [...some('leader', 2, withLocal(4)), ...some('leader', 1, withLocal(5))]).local, { L1: 4.3 });
    assert.equal('local' in cell(3, [...some('leader', 2, withLocal(4)), ...some('leader', 1)]), false);
  });

  it('of a hidden cell no local question is shown, however many answered it', () => {
    const few = some('leader', 4, { R1: 3, L1: 4 });
    assert.deepEqual(matrix(3, few).cells['A>B'], { hidden: 'fewer than k' });
  });

  const short = { relational: ['R1', 'R4', 'R7'], expectation: ['E1'] } as const;
  const shortMatrix = (rows: readonly Row[], form: Partial<SampleRound> = short): MatrixResults => {
    const invited = { A: { leader: 20, employee: 20 }, B: { leader: 20, employee: 20 } };
    const round = { mode: 'matrix', k: 3, audience: roles, organisations: ['A', 'B'], invited, close: 9, rows, ...form } as const;
    const results = resultsOf(round);
    assert.ok(results.mode === 'matrix');
    return results;
  };

  it('of three items asked, two make an index', () => {
    const rows = [...some('leader', 2, { R1: 4, R4: 5, R7: 5 }), ...some('leader', 1, { R1: 1, R4: 2 })];
    const found = shortMatrix(rows).cells['A>B'];
    // (14/3 + 14/3 + 3/2) / 3 = 3.61
    assert.ok(found && 'n' in found);
    assert.deepEqual([found.n, found.index, found.items], [3, 3.6, undefined]);
    const one = [...some('leader', 2, { R1: 4, R4: 5, R7: 5 }), ...some('leader', 1, { R1: 1, R2: 5, R3: 5, R5: 5 })];
    assert.ok('hidden' in (shortMatrix(one).cells['A>B'] ?? {}));
  });

  it('the profile and the agreement are of the items asked', () => {
    const found = shortMatrix(some('leader', 5, { R1: 4, R4: 5, R7: 1, R2: 3 })).cells['A>B'];
    assert.ok(found && 'n' in found);
    assert.deepEqual([found.items, found.itemsOrLower, found.agreement], [{ R1: 4, R4: 5, R7: 1.5 }, ['R7'], 'agree']);
  });

  it('need without give makes no gap: there is none, not a hidden one', () => {
    const rows = some('leader', 5, { R1: 4, R4: 5, R7: 1, E1: 5 });
    assert.deepEqual(shortMatrix(rows).expectationGaps, {});
    assert.deepEqual(Object.keys(shortMatrix(rows, {}).expectationGaps), ['A needs from B', 'B needs from A']);
  });
});
