import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { calendar } from '../../../bot/adapters/calendar.ts';
import { cycleOf } from '../../../bot/domain/actions/cycle.ts';
import { dueNudges, latestStep, merged, nextNudge, nudgeDays, nudgesOf } from '../../../bot/domain/actions/nudging.ts';
import { touchMoment } from '../../../bot/domain/calendar.ts';
import { actionOf } from './builders.ts';

const oslo = 'Europe/Oslo';
const london = 'Europe/London';

const days = (due: string, zone = oslo) => nudgeDays(calendar, due, zone).map(({ day }) => day.slice(5));
const owner = { id: 1, integrationManager: false, zone: oslo };
const manager = { id: 2, integrationManager: true, zone: oslo };
const roster = new Set([1, 2]);
const said = (nudges: ReturnType<typeof nudgesOf>) => nudges.map(({ step, at }) => `${step} ${at.toISOString().slice(0, 16)}`);

const date = z.iso.date();
const example = z
  .object({
    input: z.object({
      next_meeting: date,
      actions: z.array(z.object({ id: z.string(), due: date, closed: date.nullable() })),
    }),
    expected: z.object({
      meeting_cycle: z.object({
        actions_due_by_next_meeting: z.int(),
        done_by_next_meeting: z.int(),
        completion_rate: z.number(),
        on_time_rate: z.number(),
        carried_over: z.array(z.string()),
        not_due_yet: z.array(z.string()),
        nudge_dates: z.record(z.string(), z.object({ heads_up: date, due_day: date, after: date, to_integration_manager: date })),
        nudges_sent_before_close_or_next_meeting: z.record(z.string(), z.array(z.string())),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../../worked-example.json', import.meta.url), 'utf8')));
const { actions, next_meeting: nextMeeting } = example.input;
const expected = example.expected.meeting_cycle;
const underlined = (step: string): string => step.replaceAll(' ', '_');

describe('the meeting cycle of the worked example', () => {
  it('has its nudge dates', () => {
    for (const { id, due } of actions) {
      const found = nudgeDays(calendar, due, oslo).map(({ step, day }) => [underlined(step), day]);
      assert.deepEqual(Object.fromEntries(found), expected.nudge_dates[id], id);
    }
  });

  it('sends those whose day came before it was closed, or the next meeting', () => {
    for (const { id, due, closed } of actions) {
      const action = actionOf({ due });
      const end = calendar.instantOf(closed ?? nextMeeting, '07:00', oslo);
      const nudges = [owner, manager].flatMap((person) => dueNudges(nudgesOf(calendar, action, person, roster), end));
      assert.deepEqual(
        nudges.map(({ step }) => underlined(step)),
        expected.nudges_sent_before_close_or_next_meeting[id],
        id,
      );
      const done = actionOf({ due, state: 'done', closed: end });
      assert.deepEqual(nudgesOf(calendar, done, owner, roster), [], 'nothing after closing');
    }
  });

  it('has its rates, what is carried over and what is not due yet', () => {
    const cycle = cycleOf(
      actions.map(({ id, due, closed }) => ({ id, due, ...(closed === null ? {} : { closed }) })),
      nextMeeting,
    );
    assert.deepEqual(cycle, {
      due: expected.actions_due_by_next_meeting,
      done: expected.done_by_next_meeting,
      completion: expected.completion_rate,
      onTime: expected.on_time_rate,
      carriedOver: expected.carried_over,
      notDueYet: expected.not_due_yet,
    });
  });

  it('has no rate where nothing was due, and counts nothing that was dropped', () => {
    const dropped = { id: 1, due: '2026-03-13', dropped: true };
    assert.deepEqual(cycleOf([dropped], nextMeeting), {
      ...{ due: 0, done: 0, completion: undefined, onTime: undefined, carriedOver: [], notDueYet: [] },
    });
  });
});

describe('the nudges of an action', () => {
  it('go three working days before, on the due day, one after, and five after to the integration manager', () => {
    assert.deepEqual(days('2026-03-13'), ['03-10', '03-13', '03-16', '03-20']);
    assert.deepEqual(days('2026-03-16'), ['03-11', '03-16', '03-17', '03-23'], 'a Monday');
  });

  it('move with a due date on a weekend or holiday to the next working day, and count from there', () => {
    assert.deepEqual(days('2026-03-14'), ['03-11', '03-16', '03-17', '03-23'], 'a Saturday');
    assert.deepEqual(days('2026-05-14'), ['05-11', '05-15', '05-18', '05-22'], 'Ascension Day, a Thursday');
    assert.deepEqual(days('2026-04-03'), ['03-30', '04-07', '04-08', '04-14'], 'Good Friday: Easter is in between');
    assert.deepEqual(days('2026-12-25'), ['12-21', '12-28', '12-29', '01-05'], 'Christmas: 24 December counts as free too');
  });

  it('know the holidays of where the person is', () => {
    assert.deepEqual(days('2026-05-14', london), ['05-11', '05-14', '05-15', '05-21'], 'no holiday in England');
    assert.deepEqual(days('2026-08-31', london), ['08-26', '09-01', '09-02', '09-08'], 'the summer bank holiday');
    assert.deepEqual(days('2026-08-31', oslo), ['08-26', '08-31', '09-01', '09-07']);
  });

  it('come at eight o’clock where the person is, on both sides of the change of clocks', () => {
    assert.deepEqual(said(nudgesOf(calendar, actionOf({ due: '2026-03-30' }), owner, roster)), [
      'heads up 2026-03-25T07:00',
      'due day 2026-03-30T06:00',
      'after 2026-03-31T06:00',
    ]);
    assert.deepEqual(said(nudgesOf(calendar, actionOf({ due: '2026-10-26' }), { ...owner, zone: london }, roster)), [
      'heads up 2026-10-21T07:00',
      'due day 2026-10-26T08:00',
      'after 2026-10-27T08:00',
    ]);
  });

  it('follow a person who moves to another zone: hours and holidays are those of where they are now', () => {
    const action = actionOf({ due: '2026-05-14' });
    const now = new Date('2026-05-14T06:30Z');
    const there = nudgesOf(calendar, action, owner, roster);
    const here = nudgesOf(calendar, action, { ...owner, zone: london }, roster);
    assert.equal(nextNudge(there, now)?.toISOString(), '2026-05-15T06:00:00.000Z', 'Ascension Day is free in Norway');
    assert.equal(nextNudge(here, now)?.toISOString(), '2026-05-14T07:00:00.000Z', 'and not in England');
  });

  it('start anew with another due date: what would have come before it was set does not', () => {
    const nudgedFrom = new Date('2026-03-12T10:00Z');
    assert.deepEqual(said(nudgesOf(calendar, actionOf({ nudgedFrom }), owner, roster)), [
      'due day 2026-03-13T07:00',
      'after 2026-03-16T07:00',
    ]);
  });

  it('wait while it is snoozed: what would have come before comes on the first working day after', () => {
    const snoozed = { until: '2026-03-14', because: 'A sample' };
    const nudges = nudgesOf(calendar, actionOf({ snoozed }), owner, roster);
    assert.deepEqual(said(nudges), ['heads up 2026-03-16T07:00', 'due day 2026-03-16T07:00', 'after 2026-03-16T07:00']);
    assert.deepEqual(dueNudges(nudges, new Date('2026-03-13T12:00Z')), []);
  });

  it('go to integration managers where no owner is on the roster any more, and to who owns and manages as both', () => {
    const steps = (action = actionOf(), person = manager) => nudgesOf(calendar, action, person, roster).map(({ step }) => step);
    const all = ['heads up', 'due day', 'after', 'to integration manager'];
    assert.deepEqual(steps(), all.slice(3));
    assert.deepEqual(steps(actionOf({ owners: [{ organisation: 1 }] })), all);
    assert.deepEqual(steps(actionOf({ owners: [{ organisation: 1, member: 7 }] })), all);
    assert.deepEqual(steps(actionOf({ owners: [{ organisation: 1, member: 2 }] })), all);
    assert.deepEqual(steps(actionOf(), { ...owner, id: 3 }), [], 'to nobody else');
    assert.deepEqual(nudgesOf(calendar, actionOf(), owner, new Set([2])), [], 'nor to who has left the roster');
  });

  it('end: after the last there is no next', () => {
    const nudges = nudgesOf(calendar, actionOf(), owner, roster);
    assert.equal(nextNudge(nudges, new Date('2026-03-16T06:59Z'))?.toISOString(), '2026-03-16T07:00:00.000Z');
    assert.equal(nextNudge(nudges, new Date('2026-03-16T07:00Z')), undefined);
  });
});

describe('what waits for one person', () => {
  const now = new Date('2026-03-16T08:00Z');
  const mine = [
    actionOf({ id: 1 }),
    actionOf({ id: 2, due: '2026-03-16' }),
    actionOf({ id: 3, state: 'done' }),
    actionOf({ id: 4, due: '2026-04-17' }),
    actionOf({ id: 5, snoozed: { until: '2026-03-20', because: 'A sample' } }),
    actionOf({ id: 6, owners: [{ organisation: 1, member: 9 }] }),
  ];
  const nudges = (id: number) => {
    const action = mine.find((one) => one.id === id);
    return action && { due: action.due, nudges: nudgesOf(calendar, action, owner, roster) };
  };

  it('is one message, each action once with its latest step, and nothing that is not so any more', () => {
    const waiting = [
      ...(['heads up', 'due day', 'after'] as const).map((step) => ({ action: 1, due: '2026-03-13', step })),
      { action: 2, due: '2026-03-16', step: 'due day' as const },
      ...[3, 5, 6, 7].map((action) => ({ action, due: '2026-03-13', step: 'due day' as const })),
      { action: 4, due: '2026-03-13', step: 'due day' as const },
    ];
    assert.deepEqual(merged(waiting, nudges, now), [
      { action: 1, step: 'after' },
      { action: 2, step: 'due day' },
    ]);
  });

  it('is said 48 hours after anything else at the earliest, without a last moment', () => {
    const moment = (lastTouch: string) =>
      touchMoment(calendar, { now, lastTouch: new Date(lastTouch), zone: oslo })
        ?.toISOString()
        .slice(0, 16);
    assert.equal(moment('2026-03-14T08:00Z'), '2026-03-16T08:00');
    assert.equal(moment('2026-03-16T07:00Z'), '2026-03-18T07:00');
    assert.equal(latestStep([]), undefined);
  });
});
