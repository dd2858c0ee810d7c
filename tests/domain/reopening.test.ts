import assert from 'node:assert/strict';
import { mayPublishAgain, mayReopen } from '../../bot/domain/reopening.ts';
import type { ErasedPeople, PeopleAtPlace, PublishedResults } from '../../bot/domain/reopening.ts';
import type { Round } from '../../bot/domain/round.ts';
import { practicesOf } from '../../bot/domain/scoring/practices.ts';
import type { Cell, Results } from '../../bot/domain/scoring/results.ts';
import { relational } from '../builders.ts';

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
const index = { n: 8, index: 3, orLower: false, band: 'discuss' } as const;
const items = { R1: 3, R2: 3, R3: 3, R4: 3, R5: 3, R6: 3, R7: 3 };
const withCell = (cell: Cell): Results => ({
  ...empty,
  cells: { '1>2': cell },
});
const ofIndex = withCell(index);
const ofItems = withCell({ ...index, items, itemsOrLower: [] });
const ofSplit = withCell({ ...index, split: { leaders: 3, employees: 3, gap: 0, flag: 'similar' } });
const pooled: Results = { mode: 'pooled', k: 3, response: {}, seen: { '2': index } };

const some = (counts: Partial<PeopleAtPlace>): PeopleAtPlace => ({
  ...{ from: '1', to: '2', place: 'index', changed: 0, added: 0 },
  ...counts,
});
const gone = (people: number, whose: Partial<ErasedPeople> = {}): ErasedPeople => ({
  ...{ from: '1', to: '2', role: 'leader', people },
  ...whose,
});
const may = (
  people: readonly PeopleAtPlace[],
  before: PublishedResults = ofIndex,
  after = before,
  erased: readonly ErasedPeople[] = [],
): boolean => mayPublishAgain({ people, erased }, before, after);

describe('the results of a round that was opened again may replace the published ones', () => {
  it('when behind every value nobody adds something else, or at least k people do', () => {
    assert.equal(may([]), true);
    assert.equal(may([some({ changed: 3 })]), true);
    assert.equal(may([some({ changed: 1, added: 2 })]), true);
    assert.equal(may([some({ changed: 2 })]), false);
  });

  it('not when three people change an item each: the mean of each would tell what one of them changed', () => {
    const one = (['R1', 'R2', 'R3'] as const).map((place) => some({ place, changed: 1 }));
    assert.equal(may([...one, some({ changed: 3 })], ofItems), false);
    assert.equal(may([some({ place: 'R1', changed: 3 }), some({ changed: 3 })], ofItems), true);
  });

  it('whatever fewer than k change where readers see nothing of it, before and after', () => {
    assert.equal(may([some({ place: 'R1', changed: 1 })], ofIndex), true);
    assert.equal(may([some({ place: 'R1', changed: 1 })], ofItems, ofIndex), false);
    assert.equal(may([some({ place: 'R1', changed: 1 })], ofIndex, ofItems), false);
    assert.equal(may([some({ changed: 1 })], withCell({ hidden: 'fewer than k' })), true);
  });

  it('with the word for agreement, the partners’ own questions and "we do not work together" each for themselves', () => {
    const local = withCell({ ...index, local: { L2: 3 }, localOrLower: [] });
    assert.equal(may([some({ place: 'L2', changed: 2 })], local), false);
    assert.equal(may([some({ place: 'L1', changed: 2 })], local), true);
    const agreement = withCell({ ...index, agreement: 'partly' });
    assert.equal(may([some({ place: 'profile', changed: 2 })], agreement), false);
    const apart = withCell({ hidden: 'fewer than k', notWorkingTogether: 4 });
    assert.equal(may([some({ place: 'not working together', changed: 2 })], apart), false);
    assert.equal(may([some({ place: 'not working together', changed: 2, added: 1 })], apart), true);
    // Whether the count is shown depends on those with an index as well.
    assert.equal(may([some({ changed: 1 })], apart, withCell({ hidden: 'fewer than k' })), false);
  });

  it('with need and give where their gap is shown, each in its own direction', () => {
    const gap: Results = {
      ...empty,
      expectationGaps: { '1 needs from 2': { need: 4, canGive: 3, gap: 1, flag: 'expects clearly more' } },
    };
    const back = { from: '2', to: '1' };
    assert.equal(may([some({ place: 'E1', changed: 1 })], gap), false);
    assert.equal(may([some({ place: 'E2', changed: 1 })], gap), true);
    assert.equal(may([some({ ...back, place: 'E2', changed: 1 })], gap), false);
    assert.equal(may([some({ ...back, place: 'E1', changed: 1 })], gap), true);
  });

  it('counts leaders and employees of a cell together, and each alone where they are shown apart before or after', () => {
    const mixed = [some({ changed: 3 }), some({ role: 'leader', changed: 1 }), some({ role: 'employee', changed: 2 })];
    assert.equal(may(mixed), true);
    assert.equal(may(mixed, ofSplit, ofIndex), false);
    assert.equal(may(mixed, ofIndex, ofSplit), false);
    assert.equal(may([some({ changed: 3 }), some({ role: 'leader', changed: 3 })], ofSplit), true);
  });

  it('counts everybody together in pooled mode, and in a round about the network', () => {
    const each = ['1', '3', '4'].map((from) => some({ from, changed: 1 }));
    assert.equal(may([...each, { to: '2', place: 'index', changed: 3, added: 0 }], pooled), true);
    assert.equal(may([...each, { to: '2', place: 'index', changed: 2, added: 0 }], pooled), false);
    const about = practicesOf({ PR1: { n: 8, sum: 20, squares: 60 } }, 3);
    assert.equal(may([{ to: '0', place: 'PR1', changed: 2, added: 0 }], about), false);
    assert.equal(may([{ to: '0', place: 'PR1', changed: 3, added: 0 }], about), true);
    assert.equal(may([{ to: '0', place: 'PR2', changed: 2, added: 0 }], about), true);
  });

  it('holds where answers were erased, whatever they were and whoever of them is there anew', () => {
    const erasing = (people: number, others: Partial<PeopleAtPlace>): boolean =>
      may([some(others)], ofIndex, ofIndex, [gone(people)]);
    assert.equal(erasing(1, { changed: 2 }), false);
    assert.equal(erasing(3, {}), false);
    assert.equal(erasing(1, { changed: 3 }), true);
    assert.equal(erasing(1, { added: 3 }), false);
    assert.equal(erasing(1, { added: 4 }), true);
    assert.equal(may([], ofIndex, ofIndex, [gone(1, { from: '2', to: '1' })]), true);
    const nobodyApart = withCell({ hidden: 'fewer than k', notWorkingTogether: 0 });
    const many = [some({ changed: 3 })];
    assert.equal(may(many, nobodyApart, nobodyApart, [gone(1)]), true);
    assert.equal(may(many, withCell({ hidden: 'fewer than k', notWorkingTogether: 4 }), nobodyApart, [gone(1)]), false);
  });

  it('not when fewer have answered than before, by less than k: that would tell that somebody has erased', () => {
    const answered = (count: number): Results => ({
      ...empty,
      response: { '1': { answered: count, invited: 9, rate: 0.5, flag: 'low' } },
    });
    assert.equal(may([], answered(6), answered(5)), false);
    assert.equal(may([], answered(6), answered(3)), true);
    assert.equal(may([], answered(6), answered(7)), true);
  });
});
