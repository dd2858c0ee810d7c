import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '../../../bot/adapters/calendar.ts';
import { mayChange, stuckReasons } from '../../../bot/domain/actions/action.ts';
import type { Action } from '../../../bot/domain/actions/action.ts';
import { actionLimits, agreed } from '../../../bot/domain/actions/agreeing.ts';
import type { NewAction } from '../../../bot/domain/actions/agreeing.ts';
import { boardGroup, stuckCounts } from '../../../bot/domain/actions/board.ts';
import { changeOf } from '../../../bot/domain/actions/changing.ts';
import type { ActionWish, Change, Saying } from '../../../bot/domain/actions/changing.ts';
import { actionOf, testOfChange, wishOf } from './builders.ts';

const now = new Date('2026-03-10T09:00Z');
const saying: Saying = { by: 1, now, today: '2026-03-10', last: undefined };
const agree = (more: Partial<NewAction>) => agreed(calendar, wishOf(more), saying);
const change = (before: Action, wish: ActionWish, more: Partial<Saying> = {}) =>
  changeOf(calendar, before, wish, { ...saying, ...more });
const changed = (before: Action, wish: ActionWish): Change => {
  const result = change(before, wish);
  assert.ok(typeof result === 'object', typeof result === 'string' ? result : 'nothing changed');
  return result;
};
const aTest = actionOf({ kind: 'test of change', test: testOfChange });

describe('an action', () => {
  it('is not agreed without a text, an owner and a date that is not over', () => {
    assert.equal(agree({ text: ' \n' }), 'action incomplete');
    assert.equal(agree({ owners: [] }), 'no owner');
    assert.equal(agree({ due: '2026-03-09' }), 'due date not ahead');
    assert.equal(typeof agree({ due: '2026-03-10' }), 'object', 'today is allowed');
    assert.equal(agree({ due: '2029-01-01' }), 'due date too far');
    const many = Array.from({ length: actionLimits.owners + 1 }, (_, member) => ({ organisation: 1, member }));
    assert.equal(agree({ owners: many }), 'too many owners');
  });

  it('says more where it is a test of change or adaptive, and nothing else', () => {
    assert.equal(agree({ kind: 'adaptive' }), 'action incomplete');
    assert.equal(agree({ kind: 'test of change' }), 'action incomplete');
    assert.equal(agree({ kind: 'test of change', test: { ...testOfChange, forWhom: ' ' } }), 'action incomplete');
    const adaptive = agree({ kind: 'adaptive', nextStep: ' One  step ', test: testOfChange });
    assert.ok(typeof adaptive === 'object');
    assert.deepEqual([adaptive.nextStep, adaptive.test], ['One step', undefined]);
  });

  it('has no patient data in any of its texts, and none that is too long', () => {
    const number = '943 476 5919';
    const wishes: Partial<NewAction>[] = [
      { text: number },
      { kind: 'adaptive', nextStep: number },
      ...(['what', 'forWhom', 'expected'] as const).map((key) => ({
        kind: 'test of change' as const,
        test: { ...testOfChange, [key]: number },
      })),
      { source: { from: 'focus area', name: number } },
    ];
    for (const wish of wishes) assert.equal(agree(wish), 'looks like patient data', JSON.stringify(wish));
    assert.equal(agree({ text: 'x'.repeat(401) }), 'text too long');
    assert.equal(change(actionOf(), { is: 'stuck', because: 'system', words: number }), 'looks like patient data');
    assert.equal(change(actionOf(), { is: 'snooze', until: '2026-03-20', because: number }), 'looks like patient data');
  });

  it('has each owner once', () => {
    const action = agree({ owners: [1, 2, 1].map((member) => ({ organisation: 1, member })) });
    assert.ok(typeof action === 'object');
    assert.deepEqual(
      action.owners.map(({ member }) => member),
      [1, 2],
    );
  });

  it('is changed by its owners and integration managers', () => {
    assert.ok(mayChange(actionOf(), { id: 1, integrationManager: false }));
    assert.ok(mayChange(actionOf(), { id: 2, integrationManager: true }));
    assert.ok(!mayChange(actionOf(), { id: 2, integrationManager: false }));
  });
});

describe('what is said about an action', () => {
  it('stuck, with a reason of the list and words where they help; on track takes it back', () => {
    const { after, event } = changed(actionOf(), { is: 'stuck', because: 'rule or law', words: ' Of  that law ' });
    assert.deepEqual([after.state, after.stuck], ['stuck', { because: 'rule or law', words: 'Of that law' }]);
    assert.deepEqual(event, {
      ...{ what: 'stuck', by: 1, at: now, was: { state: 'open' } },
      is: { state: 'stuck', stuck: { because: 'rule or law', words: 'Of that law' } },
    });
    const back = changed(after, { is: 'on track' });
    assert.deepEqual([back.after.state, 'stuck' in back.after, back.after.heard], ['open', false, now]);
  });

  it('more time: a later date of one’s own, counted, with its nudges anew', () => {
    const { after, event } = changed(actionOf(), { is: 'more time', due: '2026-03-20' });
    assert.deepEqual([after.due, after.moved, after.nudgedFrom], ['2026-03-20', 1, now]);
    assert.deepEqual([event.was, event.is], [{ due: '2026-03-13' }, { due: '2026-03-20' }]);
    assert.equal(change(actionOf(), { is: 'more time', due: '2026-03-12' }), 'date not later', 'earlier is not more');
    assert.equal(change(actionOf({ due: '2026-03-02' }), { is: 'more time', due: '2026-03-09' }), 'due date not ahead');
    assert.equal(changed(after, { is: 'more time', due: '2026-04-20' }).after.moved, 2);
  });

  it('more time for an adaptive one may say another next small step', () => {
    const adaptive = actionOf({ kind: 'adaptive', nextStep: 'One step' });
    assert.equal(changed(adaptive, { is: 'more time', due: '2026-03-20', nextStep: 'Another' }).after.nextStep, 'Another');
    assert.equal(changed(adaptive, { is: 'more time', due: '2026-03-20' }).after.nextStep, 'One step');
    const sooner = changed(adaptive, { is: 'more time', due: '2026-03-11', nextStep: 'Another' }).after;
    assert.deepEqual([sooner.due, sooner.moved], ['2026-03-11', 0], 'another step is not more time, and may be sooner');
  });

  it('handed over: other owners, who begin anew', () => {
    const stuck = actionOf({ state: 'stuck', stuck: { because: 'no time' } });
    const { after } = changed(stuck, { is: 'hand over', owners: [{ organisation: 2, member: 5 }] });
    assert.deepEqual([after.state, after.owners, after.nudgedFrom], ['open', [{ organisation: 2, member: 5 }], now]);
    assert.equal(change(stuck, { is: 'hand over', owners: [] }), 'no owner');
  });

  it('snoozed until a date, with a reason', () => {
    const { after } = changed(actionOf(), { is: 'snooze', until: '2026-03-20', because: 'A sample' });
    assert.deepEqual(after.snoozed, { until: '2026-03-20', because: 'A sample' });
    assert.equal(change(actionOf(), { is: 'snooze', until: '2026-03-20', because: ' ' }), 'reason missing');
    assert.equal(change(actionOf(), { is: 'snooze', until: '2026-03-10', because: 'A sample' }), 'due date not ahead');
    assert.ok(!('snoozed' in changed(after, { is: 'more time', due: '2026-04-01' }).after));
  });

  it('done or dropped; a test of change only with a verdict, and what is kept has an organisation', () => {
    assert.deepEqual(changed(actionOf(), { is: 'done' }).after.closed, now);
    assert.equal(changed(actionOf(), { is: 'drop' }).after.state, 'dropped');
    assert.equal(change(aTest, { is: 'done' }), 'verdict missing');
    assert.equal(change(aTest, { is: 'drop' }), 'verdict missing');
    assert.equal(change(aTest, { is: 'done', verdict: 'keep' }), 'organisation missing');
    const kept = changed(aTest, { is: 'done', verdict: 'keep', keptBy: 2 }).after;
    assert.deepEqual([kept.state, kept.verdict, kept.keptBy], ['done', 'keep', 2]);
    const changedOne = changed(aTest, { is: 'done', verdict: 'change', keptBy: 2 }).after;
    assert.deepEqual([changedOne.verdict, 'keptBy' in changedOne], ['change', false]);
    assert.ok(!('verdict' in changed(actionOf(), { is: 'done', verdict: 'keep', keptBy: 2 }).after), 'others have none');
  });

  const wishes: readonly ActionWish[] = [
    ...stuckReasons.map((because) => ({ is: 'stuck', because }) as const),
    { is: 'done' },
    { is: 'drop' },
    { is: 'more time', due: '2026-03-20' },
    { is: 'hand over', owners: [{ organisation: 2, member: 5 }] },
    { is: 'snooze', until: '2026-03-20', because: 'A sample' },
  ];

  it('a second time changes nothing, and what is closed stays as it is', () => {
    for (const wish of wishes) assert.equal(change(changed(actionOf(), wish).after, wish), undefined, wish.is);
    const { after, event } = changed(actionOf(), { is: 'on track' });
    const last = { what: event.what, by: 1, day: '2026-03-10' };
    assert.equal(change(after, { is: 'on track' }, { last }), undefined);
    assert.equal(typeof change(after, { is: 'on track' }, { last: { ...last, day: '2026-03-09' } }), 'object');
    const kept = changed(aTest, { is: 'done', verdict: 'keep', keptBy: 2 }).after;
    assert.equal(change(kept, { is: 'done', verdict: 'drop' }), 'action closed');
    for (const state of ['done', 'dropped'] as const) {
      const closed = actionOf({ state, closed: now });
      for (const wish of [{ is: 'on track' } as const, ...wishes.filter(({ is }) => is !== (state === 'done' ? 'done' : 'drop'))])
        assert.equal(change(closed, wish), 'action closed', `${state}: ${wish.is}`);
    }
  });

  it('in whatever order: the history leads from what was agreed to what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...wishes, { is: 'on track' } as const), { maxLength: 8 }), (said) => {
        let action = actionOf();
        let told: Record<string, unknown> = { state: action.state, due: action.due, owners: action.owners };
        for (const wish of said) {
          const result = change(action, wish);
          if (typeof result !== 'object') continue;
          for (const [key, value] of Object.entries(result.event.was)) assert.deepEqual(told[key], value);
          const rest = Object.entries(told).filter(([key]) => !(key in result.event.was));
          told = { ...Object.fromEntries(rest), ...result.event.is };
          action = result.after;
        }
        for (const key of ['state', 'due', 'owners', 'stuck', 'snoozed'] as const) assert.deepEqual(told[key], action[key], key);
        assert.equal(action.state === 'stuck', action.stuck !== undefined);
        assert.equal(action.closed !== undefined, ['done', 'dropped'].includes(action.state));
      }),
    );
  });
});

describe('the board', () => {
  const at = (action: Action, day: string) => boardGroup(calendar, action, new Date(`${day}T09:00Z`), 'Europe/Oslo');

  it('has what is later, what is due from its first nudge on, and who is silent after the last', () => {
    assert.equal(at(actionOf(), '2026-03-09'), 'later');
    assert.equal(at(actionOf(), '2026-03-10'), 'due');
    assert.equal(at(actionOf(), '2026-03-15'), 'due');
    assert.equal(at(actionOf(), '2026-03-16'), 'silent');
    assert.equal(at(actionOf({ heard: new Date('2026-03-13T09:00Z') }), '2026-03-16'), 'due', 'they said something');
  });

  it('has what is stuck and what is closed whenever it is due, and what is snoozed later', () => {
    assert.equal(at(actionOf({ state: 'stuck', stuck: { because: 'system' } }), '2026-03-20'), 'stuck');
    assert.equal(at(actionOf({ state: 'done', closed: now }), '2026-03-20'), 'done');
    assert.equal(at(actionOf({ state: 'dropped', closed: now }), '2026-03-20'), 'done');
    const snoozed = actionOf({ snoozed: { until: '2026-03-20', because: 'A sample' } });
    assert.deepEqual([at(snoozed, '2026-03-19'), at(snoozed, '2026-03-20')], ['later', 'silent']);
  });

  it('counts why things are stuck', () => {
    const stuck = (because: (typeof stuckReasons)[number]) => actionOf({ state: 'stuck', stuck: { because } });
    assert.deepEqual(stuckCounts([stuck('system'), stuck('rule or law'), stuck('system'), actionOf()]), {
      system: 2,
      'rule or law': 1,
    });
  });
});
