import assert from 'node:assert/strict';
import { calendar } from '../../../bot/adapters/calendar.ts';
import type { Action } from '../../../bot/domain/actions/action.ts';
import { reviewOf } from '../../../bot/domain/meetings/agenda-review.ts';

const zone = 'Europe/Oslo';
const noon = (date: string): Date => new Date(`${date}T10:00:00Z`);
const action = (id: number, due: string, more: Partial<Action> = {}): Action => ({
  ...{ id, text: 'A sample', kind: 'quick win', due, owners: [], source: { from: 'by hand' }, state: 'open', moved: 0 },
  ...{ agreed: noon('2026-03-02'), heard: noon('2026-03-02'), nudgedFrom: noon('2026-03-02') },
  ...more,
});
const done = (on: string): Partial<Action> => ({ state: 'done', closed: noon(on) });
const facts = { now: noon('2026-04-07'), zone, date: '2026-04-07', next: '2026-05-05', since: noon('2026-03-03') };
const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);

describe('what a meeting looks back on', () => {
  const all = [
    action(1, '2026-03-20', { state: 'stuck', stuck: { because: 'rule or law' } }),
    action(2, '2026-03-20'),
    action(3, '2026-04-20'),
    action(4, '2026-06-20'),
    action(5, '2026-03-20', done('2026-03-18')),
    action(6, '2026-03-20', done('2026-04-01')),
    action(7, '2026-02-20', done('2026-02-19')),
    action(8, '2026-03-20', { state: 'dropped', closed: noon('2026-03-10') }),
    action(9, '2026-03-20', { snoozed: { until: '2026-05-01', because: 'A sample' } }),
  ];
  const review = reviewOf(calendar, all, facts);

  it('has each action once: stuck, past its date, due by the next meeting, or done since the last', () => {
    assert.deepEqual([review.stuck, review.late, review.due, review.done].map(ids), [[1], [2], [3], [5, 6]]);
    assert.equal(review.later, 2, 'one due later, and one that sleeps');
  });

  it('counts what was due by this meeting, and leaves out what was closed before the last one (method.md, rule 10)', () => {
    const { due, done: closed, completion, onTime, carriedOver } = review.cycle;
    assert.deepEqual([due, closed, completion, onTime, carriedOver], [5, 2, 0.4, 0.2, [1, 2, 9]]);
  });

  it('looks at everything where there was no meeting before, and says nothing of shares where nothing was due', () => {
    assert.deepEqual(ids(reviewOf(calendar, all, { ...facts, since: undefined }).done), [5, 6, 7]);
    const nothing = reviewOf(calendar, [action(4, '2026-06-20')], { ...facts, next: undefined });
    assert.deepEqual([nothing.cycle.completion, nothing.later, ids(nothing.due)], [undefined, 1, []]);
  });
});
