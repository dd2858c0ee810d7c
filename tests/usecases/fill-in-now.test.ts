import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const tenMinutes = { ...wishFor('2026-12-11'), minutes: 10 };

describe('a survey filled in at the start of a meeting', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is the same survey, open for ten minutes, on the channel’s card alone', async () => {
      const clock = clockwork(opened(), at('2026-12-14T09:00'));
      const { id, founder, leaders } = await sampleOf(clock, [5, 5], { nextMeeting: '2026-12-15' });
      const who = { ...founder, collaboration: id };
      const facts = await clock.use.launchRound(who, tenMinutes);
      assert.deepEqual(facts.closes, at('2026-12-14T09:10'));
      for (const leader of leaders) await answerAll(clock, id, leader);
      await clock.runUntil(at('2026-12-14T09:11'));
      const ofSurvey = () =>
        clock.posts.flatMap(({ message, address }) => (message.kind === 'brief' ? [] : [[message.kind, address.to]]));
      assert.deepEqual(ofSurvey(), [['survey', 'channel']]);
      const { latest } = await clock.use.readOverview(id, founder.person);
      assert.deepEqual(latest?.closed, at('2026-12-14T09:10').toISOString());
      await clock.runUntil(at('2026-12-16T12:00'));
      assert.equal(ofSurvey().length, 1);
    });

    it('is shown as open until it has been closed, so that a page which is open asks on until the results are there', async () => {
      const clock = clockwork(opened(), at('2026-12-14T09:00'));
      const { id, founder, leaders } = await sampleOf(clock, [5, 5], { nextMeeting: '2026-12-15' });
      await clock.use.launchRound({ ...founder, collaboration: id }, tenMinutes);
      for (const leader of leaders) await answerAll(clock, id, leader);
      clock.moveTo(at('2026-12-14T09:11'));
      const shown = async () => {
        const { open, latest } = await clock.use.readOverview(id, founder.person);
        return [open?.round, latest?.round];
      };
      assert.deepEqual(await shown(), [1, undefined]);
      await clock.runUntil(at('2026-12-14T09:12'));
      assert.deepEqual(await shown(), [undefined, 1]);
    });

    it('is for chairs too, who launch no other', async () => {
      const clock = clockwork(opened(), at('2026-12-14T09:00'));
      const { id, founder, leaders } = await sampleOf(clock, [5, 5], { nextMeeting: '2026-12-15' });
      const [, leader] = leaders;
      assert.ok(leader);
      const chair = { ...leader, collaboration: id };
      await clock.store.within(id, async (unit) => {
        const member = await unit.members.of(chair.person);
        await unit.members.setChair(member?.id ?? 0, true);
      });
      await assert.rejects(clock.use.planRound(chair), /only integration managers/);
      await assert.rejects(clock.use.launchRound(chair, wishFor('2026-12-28')), /only integration managers/);
      const desk = await clock.use.planRound(chair, undefined, 10);
      assert.ok(desk.is === 'plan');
      assert.deepEqual(desk.plan.closes, at('2026-12-14T09:10'));
      await clock.use.launchRound(chair, desk.plan.wish);
      const again = await clock.use.planRound({ ...founder, collaboration: id });
      assert.equal(again.is, 'open');
    });

    it('is refused where a survey by its date would be: nobody would see a result', async () => {
      const clock = clockwork(opened(), at('2026-12-14T09:00'));
      const { id, founder } = await sampleOf(clock, [2, 2], { nextMeeting: '2026-12-15' });
      await assert.rejects(clock.use.launchRound({ ...founder, collaboration: id }, { ...tenMinutes, k: 5 }), /too few invited/);
    });
  });
});
