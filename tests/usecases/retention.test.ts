import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { onEveryEngine, patience, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';
import type { Clockwork } from './clockwork.ts';
import { wishFor } from '../builders.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

/** A round of six leaders who have all answered, closed on 11 December 2026 at 15:00. */
const closedRound = async (clock: Clockwork) => {
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
  const { id, founder, leaders } = sample;
  await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
  for (const leader of leaders) await answerAll(clock, id, leader);
  await clock.runUntil(at('2026-12-11T16:00'));
  const stored = async () => {
    const own = await clock.use.readMyData({ ...founder, collaboration: id });
    return own.rounds.map(({ participation, answers }) => [participation?.state, answers.length]);
  };
  const looks = (): number => clock.waiting.filter(({ job }) => job.name === 'forget answers').length;
  return { ...sample, stored, looks };
};

describe('the answers of a closed round', function () {
  this.timeout(patience);
  onEveryEngine(wholeStore, (opened) => {
    it('and who took part are forgotten after 24 months, and the snapshot stays; it is noted, once', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, stored, looks } = await closedRound(clock);
      const { latest } = await clock.use.readOverview(id, founder.person);
      await clock.runUntil(at('2028-12-11T14:59'));
      assert.deepEqual(await stored(), [['finished', 1]]);
      await clock.runUntil(at('2028-12-11T15:00'));
      assert.deepEqual(await stored(), []);
      assert.equal(looks(), 0);
      await clock.work({ name: 'forget answers', collaboration: id, round: 1 });
      assert.deepEqual((await clock.use.readOverview(id, founder.person)).latest, latest);
      assert.deepEqual(
        clock.notes.filter(({ what }) => what === 'answers forgotten'),
        [{ what: 'answers forgotten', by: undefined, facts: { round: 1 } }],
      );
      const card = await clock.use.survey.view({ ...founder, collaboration: id }, 1);
      assert.ok(card.is === 'closed');
      assert.deepEqual([card.facts.answered, card.facts.invited], [0, 0]);
    });

    it('are looked at every thirty days, so that a shorter time takes effect', async () => {
      const store = opened();
      const long = clockwork(store, at('2026-11-23T10:00'));
      const { id, founder, stored, looks } = await closedRound(long);
      await long.runUntil(at('2027-06-01T12:00'));
      assert.equal(looks(), 1);
      assert.deepEqual(await stored(), [['finished', 1]]);
      const short = clockwork(store, at('2027-06-10T12:00'), { retentionMonths: 6 });
      short.waiting.push(...long.waiting);
      await short.runUntil(at('2027-06-11T14:59'));
      assert.deepEqual(await stored(), [['finished', 1]]);
      await short.runUntil(at('2027-07-12T00:00'));
      const own = await short.use.readMyData({ ...founder, collaboration: id });
      assert.deepEqual(own.rounds, []);
    });

    it('are kept while it is open again, and from its second close as long as before', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'), { retentionMonths: 1 });
      const { id, founder, stored } = await closedRound(clock);
      await clock.use.reopenRound({ ...founder, collaboration: id }, 1, '2027-02-12');
      await clock.runUntil(at('2027-02-12T14:00'));
      assert.deepEqual(await stored(), [['finished', 1]]);
      await clock.runUntil(at('2027-03-12T14:59'));
      assert.deepEqual(await stored(), [['finished', 1]]);
      await clock.runUntil(at('2027-03-12T15:00'));
      assert.deepEqual(await stored(), []);
    });
  });
});
