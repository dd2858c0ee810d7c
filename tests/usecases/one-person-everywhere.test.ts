import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { Person } from '../../bot/domain/collaboration.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, join, sampleOf, tenant } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const start = '2026-03-02T10:00';

/** A collaboration in which this person owns an action. */
const prepare = async (opened: OpenStore, person: Person) => {
  const clock = clockwork(opened, at(start));
  const sample = await sampleOf(clock, [2, 2], { nextMeeting: '2026-04-07' });
  const manager = { ...sample.founder, collaboration: sample.id };
  await join(clock, sample.id, clock.caller(person, 'Sample owner'), 1, 'leader');
  const member = await clock.store.within(sample.id, (unit) => unit.members.of(person));
  assert.ok(member);
  const wish = {
    text: 'A sample',
    kind: 'quick win',
    due: '2026-05-29',
    owners: [member.id],
    source: { from: 'by hand' },
  } as const;
  const { action } = await clock.use.agreeAction(manager, 'a sample', wish, clock.channel);
  const nudge = () => clock.use.nudgeNow(manager, action.id);
  const listed = async () =>
    (await clock.use.readDeliveries(manager, 'all')).rows.map(({ outcome }) => {
      const until = outcome.is === 'waiting' && outcome.why?.until;
      const when = until ? DateTime.fromJSDate(until, { zone: 'Europe/Oslo' }).toFormat(' MM-dd HH:mm') : '';
      return outcome.is === 'waiting' ? `waiting: ${outcome.why?.because ?? ''}${when}` : outcome.is;
    });
  return { clock, nudge, listed };
};
const somebody = (): Person => ({ tenantId: tenant, objectId: randomUUID() });

describe('somebody who is in several collaborations', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is written to once in 48 hours over all of them; the other message waits and says why', async () => {
      const person = somebody();
      const [one, other] = [await prepare(opened(), person), await prepare(opened(), person)];
      const stranger = await prepare(opened(), somebody());
      for (const { nudge } of [one, other, stranger]) await nudge();
      await one.clock.runUntil(at('2026-03-02T10:05'));
      await other.clock.runUntil(at('2026-03-02T10:05'));
      await stranger.clock.runUntil(at('2026-03-02T10:05'));
      assert.deepEqual([await one.listed(), await stranger.listed()], [['sent'], ['sent']]);
      assert.deepEqual(await other.listed(), ['waiting: 48 hours 03-04 10:00']);
      assert.equal((await other.nudge()).owners.length, 1);
      await other.clock.runUntil(at('2026-03-04T10:00'));
      assert.deepEqual(await other.listed(), ['sent']);
      await one.clock.runUntil(at('2026-03-04T10:01'));
      const [again] = (await one.nudge()).owners;
      assert.ok(again?.member && typeof again.when !== 'string');
      assert.deepEqual(again.when.held, { because: '48 hours', until: at('2026-03-06T10:00') });
    });

    it('is written to once when two servers come to two collaborations at the same moment', async () => {
      const person = { ...somebody() };
      const both = [
        await prepare(opened(), person),
        await prepare(opened(), { ...person, objectId: person.objectId.toUpperCase() }),
      ];
      for (const { nudge } of both) await nudge();
      await Promise.all(both.map(({ clock }) => clock.runUntil(at('2026-03-02T10:05'))));
      assert.deepEqual((await Promise.all(both.map(({ listed }) => listed()))).flat().sort(), [
        'sent',
        'waiting: 48 hours 03-04 10:00',
      ]);
    });

    it('may be written to at once where the other message did not arrive, and not where it may have', async () => {
      for (const [outcome, expected] of [
        [{ outcome: 'failed', reason: 'refused' }, 'sent'],
        [{ outcome: 'later', afterSeconds: 3_600 }, 'sent'],
        [{ outcome: 'unknown' }, 'waiting: 48 hours 03-04 10:00'],
      ] as const) {
        const person = somebody();
        const [one, other] = [await prepare(opened(), person), await prepare(opened(), person)];
        one.clock.sends(outcome);
        for (const { clock, nudge } of [one, other]) {
          await nudge();
          await clock.runUntil(at('2026-03-02T10:05'));
        }
        assert.deepEqual(await other.listed(), [expected], outcome.outcome);
      }
    });
  });
});
