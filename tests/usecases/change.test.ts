import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { items } from '../../bot/domain/instrument.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { wishFor } from '../builders.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

describe('the change since the round before', () => {
  onEveryEngine(wholeStore, (opened) => {
    /** Two organisations of four leaders each, k = 3: everybody says 3 in round 1. */
    const first = async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const sample = await sampleOf(clock, [4, 4], { nextMeeting: '2026-12-14' });
      const manager = { ...sample.founder, collaboration: sample.id };
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      await clock.runUntil(at('2026-11-23T11:00'));
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      await clock.use.closeRoundByHand(manager, 1);
      const second = async () => {
        await clock.use.launchRound(manager, wishFor('2026-12-11'));
        for (const leader of sample.leaders) await answerAll(clock, sample.id, leader, 2);
        await clock.runUntil(at('2026-11-30T10:00'));
        await clock.use.closeRoundByHand(manager, 2);
        const { latest } = await clock.use.readOverview(sample.id, sample.founder.person);
        assert.ok(latest?.results.mode === 'matrix');
        assert.equal(latest.comparedWith, 1);
        return latest.results.change;
      };
      const own = (place: number): Caller => sample.leaders[place] ?? sample.founder;
      return { clock, ...sample, manager, second, own };
    };

    it('has numbers where the same people answered both', async () => {
      const { second } = await first();
      assert.deepEqual(await second(), {
        ...{ nPaired: 8, mean: 0, interval: [0, 0], label: 'no clear change' },
        cells: { '1>2': 'no clear change', '2>1': 'no clear change' },
      });
    });

    it('has none where somebody erased their answers since: the published results are of them too, and the rest would give them away', async () => {
      const { clock, id, own, second } = await first();
      await clock.use.eraseAnswers({ ...own(7), collaboration: id });
      const words = { '1>2': 'no clear change', '2>1': 'no clear change' };
      // Nor how many were compared: that would tell how many have erased theirs.
      assert.deepEqual(await second(), { label: 'too few to tell', cells: words });
    });

    it('has them also where a crash left behind that somebody took part', async () => {
      const { clock, id, own, second } = await first();
      await clock.store.within(id, async (unit) => {
        const member = await unit.members.of(own(7).person);
        await unit.participation.startAgain(1, member?.id ?? 0);
      });
      assert.equal((await second())?.mean, 0);
    });

    it('has none against a round whose changed answers were not published', async () => {
      const { clock, id, manager, own, second } = await first();
      await clock.use.reopenRound(manager, 1, '2026-12-04');
      const given = Object.fromEntries(items.map((item) => [item, 1]));
      await clock.use.survey.record({ ...own(0), collaboration: id }, 1, { target: 2, notWorkingTogether: false, given });
      assert.equal((await clock.use.closeRoundByHand(manager, 1)).outcome, 'left');
      assert.equal((await second())?.label, 'too few to tell');
    });
  });
});
