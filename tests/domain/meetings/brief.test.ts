import assert from 'node:assert/strict';
import fc from 'fast-check';
import { briefOf } from '../../../bot/domain/meetings/brief.ts';
import type { BriefFacts } from '../../../bot/domain/meetings/brief.ts';
import { actionOf } from '../actions/builders.ts';

const ended = new Date('2026-03-10T11:00:00Z');
const [early, late] = [new Date('2026-03-10T10:00:00Z'), new Date('2026-03-11T10:00:00Z')] as const;
const none: BriefFacts = {
  ...{ open: [], closed: [], stuckSince: new Map(), since: ended, latest: undefined, tooGood: false, absent: undefined },
};
const stuck = (id: number, because: 'no time' | 'system') => actionOf({ id, state: 'stuck', stuck: { because } });
const round = { round: 4, focus: [], change: 'clear decline' } as const;

describe('a brief', () => {
  it('tells of what was done, and got stuck, after the last meeting ended', () => {
    const { done, newlyStuck } = briefOf({
      ...none,
      closed: [
        actionOf({ id: 1, state: 'done', closed: late }),
        actionOf({ id: 2, state: 'done', closed: early }),
        actionOf({ id: 3, state: 'dropped', closed: late }),
      ],
      open: [stuck(4, 'system'), stuck(5, 'system'), actionOf({ id: 6 })],
      stuckSince: new Map([
        [4, late],
        [5, early],
      ]),
    });
    assert.deepEqual([done.map(({ id }) => id), newlyStuck.map(({ id }) => id)], [[1], [4]]);
  });

  it('counts everything that is stuck by its reason, since whenever', () => {
    const brief = briefOf({ ...none, open: [stuck(1, 'system'), stuck(2, 'no time'), stuck(3, 'system'), actionOf({ id: 4 })] });
    assert.deepEqual([brief.stuck, brief.because], [3, { system: 2, 'no time': 1 }]);
  });

  it('tells of the change of a round that has closed since, and keeps what to talk about from one before', () => {
    assert.deepEqual(briefOf({ ...none, latest: { ...round, closed: late } }).change, { round: 4, label: 'clear decline' });
    assert.equal(briefOf({ ...none, latest: { ...round, closed: early } }).change, undefined);
    const focus = [{ kind: 'stuck because', reason: 'rule or law', count: 3 }] as const;
    assert.deepEqual(briefOf({ ...none, latest: { round: 4, closed: early, focus } }).focus, focus);
  });

  it('before the first meeting tells of everything', () => {
    const closed = [actionOf({ id: 1, state: 'done', closed: early })];
    assert.equal(briefOf({ ...none, since: undefined, closed }).done.length, 1);
  });

  it('names an organisation only where somebody of it was at none of the last meetings, and only as a count', () => {
    const by = [
      { organisation: 1, people: 0, of: 5 },
      { organisation: 2, people: 2, of: 4 },
    ];
    assert.deepEqual(briefOf({ ...none, absent: { meetings: 3, by } }).absent, { meetings: 3, by: by.slice(1) });
    assert.equal(briefOf({ ...none, absent: { meetings: 3, by: by.slice(0, 1) } }).absent, undefined);
  });

  it('whatever there is: what is newly stuck is among what is stuck, and reasons add up to no more', () => {
    const action = fc.record({ id: fc.nat(), isStuck: fc.boolean(), since: fc.option(fc.constantFrom(early, late)) });
    fc.assert(
      fc.property(fc.uniqueArray(action, { selector: ({ id }) => id }), (all) => {
        const open = all.map(({ id, isStuck }) => (isStuck ? stuck(id, 'system') : actionOf({ id })));
        const stuckSince = new Map(all.flatMap(({ id, since }) => (since === null ? [] : [[id, since] as const])));
        const brief = briefOf({ ...none, open, stuckSince });
        assert.ok(brief.newlyStuck.every(({ state }) => state === 'stuck') && brief.newlyStuck.length <= brief.stuck);
        assert.equal(
          Object.values(brief.because).reduce((sum, count) => sum + count, 0),
          brief.stuck,
        );
      }),
    );
  });
});
