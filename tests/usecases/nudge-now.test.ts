import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { NudgedNow } from '../../bot/usecases/actions/nudge-now.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const clockOf = (instant: Date): string => DateTime.fromJSDate(instant, { zone: 'Europe/Oslo' }).toFormat('MM-dd HH:mm');

/** An action of two leaders of two organisations, due long after. */
const prepare = async (opened: OpenStore, start = '2026-03-02T10:00') => {
  const clock = clockwork(opened, at(start));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-04-07' });
  const [manager, owner, , second] = sample.leaders.map((leader) => ({ ...leader, collaboration: sample.id }));
  assert.ok(manager && owner && second);
  const members = await clock.store.within(sample.id, (unit) => unit.members.all());
  const memberOf = ({ person }: Caller): number => members.find((one) => one.objectId === person.objectId)?.id ?? 0;
  const owners = [memberOf(owner), memberOf(second)];
  const wish = { text: 'A sample', kind: 'quick win', due: '2026-05-29', owners, source: { from: 'by hand' } } as const;
  const { action } = await clock.use.agreeAction(manager, 'a sample', wish, clock.channel);
  const sent = () =>
    clock.posts.flatMap(({ at: when, message }) =>
      message.kind === 'nudge' ? [`${clockOf(when)} ${message.facts.actions.map(({ step }) => step).join()}`] : [],
    );
  return { clock, sample, manager, owner, second, memberOf, id: action.id, sent };
};
const whens = ({ owners }: NudgedNow) =>
  owners.map((one) => {
    if (one.member === undefined) return 'nobody';
    if (typeof one.when === 'string') return one.when;
    return one.when.held === undefined ? 'now' : `${clockOf(one.when.at)} ${one.when.held.because}`;
  });

describe('nudging now', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('writes to every owner at once in working hours, again only 48 hours later, and is in the log', async () => {
      const { clock, manager, id, sent } = await prepare(opened());
      assert.deepEqual(whens(await clock.use.nudgeNow(manager, id)), ['now', 'now']);
      assert.deepEqual(whens(await clock.use.nudgeNow(manager, id)), ['now', 'now']);
      await clock.runUntil(at('2026-03-02T10:05'));
      assert.deepEqual(sent(), ['03-02 10:00 now', '03-02 10:00 now'], 'asked for twice, said once');
      assert.deepEqual(whens(await clock.use.nudgeNow(manager, id)), Array(2).fill('03-04 10:00 48 hours'));
      await clock.runUntil(at('2026-03-05T10:00'));
      assert.deepEqual(sent().slice(2), ['03-04 10:00 now', '03-04 10:00 now']);
      assert.equal(clock.notes.filter(({ what }) => what === 'nudged now').length, 3);
    });

    it('waits for the next working day, and is not said where somebody has said something meanwhile', async () => {
      const { clock, manager, owner, id, sent } = await prepare(opened(), '2026-03-06T17:00');
      assert.deepEqual(whens(await clock.use.nudgeNow(manager, id)), Array(2).fill('03-09 08:00 hours'));
      await clock.runUntil(at('2026-03-07T10:00'));
      await clock.use.changeAction(owner, id, { is: 'on track' });
      await clock.runUntil(at('2026-03-10T10:00'));
      assert.deepEqual(sent(), []);
    });

    it('is for integration managers, about an open action that is not snoozed', async () => {
      const { clock, manager, owner, id, sent } = await prepare(opened());
      await assert.rejects(clock.use.nudgeNow(owner, id), /only integration managers/);
      await assert.rejects(clock.use.nudgeNow(manager, id + 1_000), /no such action/);
      await clock.use.nudgeNow(manager, id);
      await clock.use.changeAction(owner, id, { is: 'snooze', until: '2026-03-20', because: 'A sample' });
      await assert.rejects(clock.use.nudgeNow(manager, id), /action snoozed/);
      await clock.runUntil(at('2026-03-10T10:00'));
      assert.deepEqual(sent(), [], 'what waited is not said while it is snoozed');
      await clock.use.changeAction(owner, id, { is: 'done' });
      await assert.rejects(clock.use.nudgeNow(manager, id), /action closed/);
    });

    it('does not say when it goes while reminders of a survey are out: who waits for 48 hours may have got one', async () => {
      const { clock, manager, id } = await prepare(opened());
      await clock.use.launchRound(manager, wishFor('2026-03-27'));
      await clock.runUntil(at('2026-03-19T12:00'));
      assert.ok(!whens(await clock.use.nudgeNow(manager, id)).includes('not told'));
      await clock.runUntil(at('2026-03-23T12:00'));
      assert.deepEqual(whens(await clock.use.nudgeNow(manager, id)), ['not told', 'not told']);
    });

    it('says of whom the app could not reach why, and tries again; and where there is nobody to write to', async () => {
      const { clock, manager, owner, second, memberOf, id } = await prepare(opened());
      clock.sends({ outcome: 'failed', reason: 'cannot be reached' });
      await clock.use.nudgeNow(manager, id);
      await clock.runUntil(at('2026-03-02T10:05'));
      const again = await clock.use.nudgeNow(manager, id);
      assert.deepEqual(
        again.owners.map((one) => one.member && one.lastFailure),
        ['cannot be reached', undefined],
      );
      assert.deepEqual(whens(again), ['now', '03-04 10:00 48 hours'], 'what did not arrive was no touch');
      for (const gone of [owner, second]) await clock.use.correctRoster.remove(manager, memberOf(gone));
      assert.deepEqual(whens(await clock.use.nudgeNow(manager, id)), ['nobody', 'nobody']);
    });
  });
});

describe('a change from the tab', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is refused where somebody has said something since, unless it says the same', async () => {
      const { clock, manager, owner, id } = await prepare(opened());
      await clock.use.changeAction(owner, id, { is: 'stuck', because: 'no time' }, 1);
      await assert.rejects(clock.use.changeAction(manager, id, { is: 'drop' }, 1), /changed meanwhile/);
      await clock.use.changeAction(manager, id, { is: 'stuck', because: 'no time' }, 1);
      assert.equal((await clock.use.changeAction(manager, id, { is: 'drop' }, 2)).state, 'dropped');
    });
  });
});
