import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { calendar } from '../../bot/adapters/calendar.ts';
import { onEveryEngine, patience, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';
import type { Clockwork, Post } from './clockwork.ts';
import { wishFor } from '../builders.ts';

const zone = 'Europe/Oslo';
const at = (text: string): Date => DateTime.fromISO(text, { zone }).toJSDate();
const shown = ({ at: instant }: Post): string => DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm');
const personal = ({ posts }: Clockwork, objectId?: string): Post[] =>
  posts.filter(({ address }) => address.to === 'person' && (objectId === undefined || address.teamsUserId === `29:${objectId}`));

/** Without the brief of whoever leads the next meeting. */
const surveysTo = (clock: Clockwork, objectId: string): Post[] =>
  personal(clock, objectId).filter(({ message }) => message.kind !== 'brief');

describe('a survey between its opening and its close', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('posts its card at once, brings personal copies in working hours, reminds 7 and 2 days before and on the closing day', async () => {
      const clock = clockwork(opened(), at('2026-11-23T17:30'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      await clock.runUntil(at('2026-11-23T23:00'));
      assert.deepEqual(
        clock.posts.map(({ message, address }) => [message.kind, address.to]),
        [['survey', 'channel']],
      );
      await answerAll(clock, id, founder);
      await clock.runUntil(at('2026-12-12T00:00'));
      assert.deepEqual(surveysTo(clock, founder.person.objectId), []);
      const other = leaders[4]?.person.objectId ?? '';
      assert.deepEqual(
        surveysTo(clock, other).map((post) => `${post.message.kind} ${shown(post)}`),
        ['survey copy 2026-11-24 08:00', 'reminder 2026-12-04 08:00', 'reminder 2026-12-09 08:00', 'reminder 2026-12-11 08:00'],
      );
    });

    it('closes by itself at its closing time, once, and its card says so', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      for (const leader of leaders) await answerAll(clock, id, leader);
      await clock.runUntil(at('2026-12-11T14:59'));
      assert.equal((await clock.use.readOverview(id, founder.person)).latest, null);
      await clock.runUntil(at('2026-12-11T15:00'));
      const { latest, open } = await clock.use.readOverview(id, founder.person);
      assert.equal(open, null);
      assert.equal(latest?.closed, at('2026-12-11T15:00').toISOString());
      await clock.work({ name: 'close round', collaboration: id, round: 1 });
      await clock.runUntil(at('2026-12-11T15:01'));
      assert.equal(clock.updates.at(-1)?.message.kind, 'survey closed');
      assert.deepEqual((await clock.use.readOverview(id, founder.person)).latest, latest);
    });

    it('never writes to anybody twice in 48 hours, outside 8 to 16, on a day off, after they have answered, or after the close', async function () {
      this.timeout(patience);
      const minute = fc.integer({ min: 0, max: 60 * 24 * 30 });
      const plan = fc.record({
        start: fc.integer({ min: 0, max: 60 * 24 * 400 }),
        days: fc.integer({ min: 1, max: 21 }),
        answers: fc.array(minute, { minLength: 6, maxLength: 6 }),
      });
      await fc.assert(
        fc.asyncProperty(plan, async ({ start, days, answers }) => {
          const opens = DateTime.fromISO('2026-03-01T00:00', { zone }).plus({ minutes: start });
          const clock = clockwork(opened(), opens.toJSDate());
          const closing = opens.plus({ days });
          const { id, founder, leaders } = await sampleOf(clock, [3, 3], {
            nextMeeting: closing.plus({ days: 3 }).toFormat('yyyy-MM-dd'),
          });
          await clock.use.launchRound({ ...founder, collaboration: id }, wishFor(closing.toFormat('yyyy-MM-dd')));
          const answered = new Map<string, Date>();
          const order = leaders.map((leader, index) => ({
            leader,
            when: opens.plus({ minutes: answers[index] ?? 0 }).toJSDate(),
          }));
          const closes = at(`${closing.toFormat('yyyy-MM-dd')}T15:00`);
          for (const { leader, when } of order.sort((one, two) => one.when.getTime() - two.when.getTime())) {
            if (when >= closes) break;
            await clock.runUntil(when);
            await answerAll(clock, id, leader);
            answered.set(leader.person.objectId, when);
          }
          await clock.runUntil(closing.plus({ days: 10 }).toJSDate());
          for (const { person } of leaders) {
            const touches = personal(clock, person.objectId);
            for (const [index, touch] of touches.entries()) {
              const local = DateTime.fromJSDate(touch.at, { zone });
              assert.ok(local.hour >= 8 && local.hour < 16, shown(touch));
              assert.ok(calendar.isWorkingDay(local.toFormat('yyyy-MM-dd'), zone), shown(touch));
              if (touch.message.kind !== 'brief') {
                assert.ok(touch.at < closes, shown(touch));
                assert.ok(touch.at <= (answered.get(person.objectId) ?? touch.at), shown(touch));
              }
              const before = touches[index - 1];
              assert.ok(before === undefined || touch.at.getTime() - before.at.getTime() >= 48 * 3_600_000, shown(touch));
            }
            assert.ok(touches.filter(({ message }) => message.kind === 'reminder').length <= 3);
          }
        }),
        { numRuns: 12 },
      );
    });

    it('sends a delivery at most once: not again when its job runs twice, when the answer was lost, or after a crash while sending', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      clock.sends({ outcome: 'unknown' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      const card = clock.waiting.find(({ job }) => job.name === 'deliver');
      assert.ok(card?.job.name === 'deliver');
      const { delivery } = card.job;
      await clock.work(card.job);
      await clock.work(card.job);
      assert.equal(clock.posts.length, 1);
      const read = () => clock.store.within(id, (unit) => unit.deliveries.find(delivery));
      assert.equal((await read())?.state, 'unknown');

      const copy = clock.waiting.find(({ job }) => job.name === 'deliver' && job.delivery !== delivery);
      assert.ok(copy?.job.name === 'deliver');
      const crashed = copy.job.delivery;
      await clock.store.within(id, (unit) => unit.deliveries.begin(crashed, clock.now()));
      await clock.work(copy.job);
      assert.equal(clock.posts.length, 1);
      assert.equal((await clock.store.within(id, (unit) => unit.deliveries.find(crashed)))?.state, 'unknown');
    });

    it('waits as long as Teams asks for, and then sends; keeps the reason when a person cannot be reached', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      clock.sends({ outcome: 'later', afterSeconds: 90 }, { outcome: 'failed', reason: 'blocked by the person' });
      await clock.runUntil(at('2026-11-23T10:05'));
      const cards = clock.posts.filter(({ message }) => message.kind === 'survey');
      assert.deepEqual(
        cards.map(({ at: instant }) => instant.toISOString()),
        [at('2026-11-23T10:00'), at('2026-11-23T10:01:30')].map((instant) => instant.toISOString()),
      );
      const deliveries = await clock.store.within(id, (unit) => unit.deliveries.ofRound(1));
      assert.equal(deliveries.filter(({ state }) => state === 'sent').length, leaders.length);
      assert.deepEqual(
        deliveries.filter(({ state }) => state === 'failed').map(({ reason }) => reason),
        ['blocked by the person'],
      );
    });

    it('leaves the card alone while people are answering on it, and brings its counts up to date when they have finished', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      for (const [index, leader] of leaders.entries()) {
        await clock.runUntil(new Date(at('2026-11-23T10:10').getTime() + index * 150_000));
        await answerAll(clock, id, leader);
        assert.ok(clock.updates.every(({ at: instant }) => instant < at('2026-11-23T10:10')));
      }
      await clock.runUntil(at('2026-11-23T10:40'));
      const last = clock.updates.at(-1);
      assert.ok(last?.message.kind === 'survey');
      assert.equal(last.message.facts.answered, leaders.length);
    });

    it('asks who joins later too, but keeps who has answered where they were', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      const late = clock.somebody('Sample 2 leader 4');
      const asked = await clock.use.survey.open({ ...late, collaboration: id }, 1);
      assert.equal(asked.is, 'question of place');
      await clock.use.chooseOrganisation({ ...late, collaboration: id }, { organisation: 2, role: 'leader' });
      await answerAll(clock, id, late);
      await clock.use.chooseOrganisation({ ...late, collaboration: id }, { organisation: 1, role: 'leader' });
      const { open } = await clock.use.readOverview(id, late.person);
      assert.deepEqual(open?.response, { '1': { answered: 0, invited: 3 }, '2': { answered: 1, invited: 4 } });
      const employee = clock.somebody('Sample 2 employee 1');
      await clock.use.chooseOrganisation({ ...employee, collaboration: id }, { organisation: 2, role: 'employee' });
      await assert.rejects(clock.use.survey.open({ ...employee, collaboration: id }, 1), /not invited/);
      assert.equal(leaders.length, 6);
    });
  });
});
