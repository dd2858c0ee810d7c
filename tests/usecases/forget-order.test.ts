import assert from 'node:assert/strict';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

describe('a round that closes', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('has its results at once, and forgets the order of its answers in a job of its own, which may come twice', async () => {
      const start = new Date('2026-11-23T09:00:00Z');
      const clock = clockwork(opened(), start);
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
      for (const leader of leaders) await answerAll(clock, id, leader);
      await clock.use.closeRoundByHand({ ...founder, collaboration: id }, 1);
      const { latest } = await clock.use.readOverview(id, founder.person);
      assert.equal(latest?.round, 1);
      const job = { name: 'forget order', collaboration: id, round: 1 } as const;
      assert.deepEqual(
        clock.waiting.filter(({ job: { name } }) => name === 'forget order').map((one) => one.job),
        [job],
      );
      await clock.work(job);
      await clock.work(job);
      const { answered } = await clock.store.within(id, (unit) => unit.participation.counts(1));
      assert.deepEqual(answered, { 1: { leader: 3, employee: 0 }, 2: { leader: 3, employee: 0 } });
    });
  });
});
