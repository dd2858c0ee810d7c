import assert from 'node:assert/strict';
import type { Refusal } from '../../bot/errors.ts';
import { Refused } from '../../bot/errors.ts';
import type { Unit } from '../../bot/ports/unit.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

const refused = (reason: Refusal) => (fault: unknown) => fault instanceof Refused && fault.reason === reason;
const wish = wishFor('2026-12-11', { instrument: 'check-back' });

describe('a check-back', () => {
  onEveryEngine(wholeStore, (opened) => {
    const begin = async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      const manager = { ...sample.founder, collaboration: sample.id };
      const within = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => clock.store.within(sample.id, work);
      const register = (...outcomes: { id?: number; text: string }[]) =>
        within(async ({ setUp }) => {
          await setUp.setOutcomes(outcomes);
          return (await setUp.outcomes()).map(({ id }) => id);
        });
      return { clock, use: clock.use, sample, manager, within, register };
    };

    it('is refused with a sentence where no outcome is registered, and nothing is stored', async () => {
      const { use, manager, within } = await begin();
      const desk = await use.planRound(manager, wish);
      assert.ok(desk.is === 'plan');
      assert.equal(desk.plan.obstacle, 'no outcomes');
      await assert.rejects(use.launchRound(manager, wish), refused('no outcomes'));
      assert.equal(await within(({ rounds }) => rounds.latest()), undefined);
    });

    it('asks about the outcomes as they were at its launch, and its results find them by their numbers', async () => {
      const { clock, use, sample, manager, register } = await begin();
      const [first, second] = await register({ text: 'Nobody waits.' }, { text: 'One plan each.' });
      assert.ok(first !== undefined && second !== undefined);
      await use.launchRound(manager, wish);
      await register({ id: second, text: 'One plan for each person.' }, { text: 'A third.' });
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      await use.closeRoundByHand(manager, 1);
      const { latest } = await use.readOverview(sample.id, manager.person);
      assert.deepEqual(latest?.outcomes, [
        { id: 'O1', outcome: first, text: 'Nobody waits.' },
        { id: 'O2', outcome: second, text: 'One plan each.' },
      ]);
      assert.ok(latest.results.mode === 'network' && latest.results.instrument === 'check-back');
      assert.deepEqual(latest.results.items, {
        O1: { n: 6, value: 3, orLower: false, word: 'active' },
        O2: { n: 6, value: 3, orLower: false, word: 'active' },
      });
      const { rounds } = await use.readTimeline(sample.id, manager.person);
      assert.deepEqual(
        rounds.map((round) => round.instrument === 'check-back' && [round.outcomes.length, round.items]),
        [[2, latest.results.items]],
      );
    });

    it('leaves answers of rounds before it in their places', async () => {
      const { clock, use, sample, manager, register } = await begin();
      await use.launchRound(manager, wishFor('2026-12-11', { instrument: 'six practices' }));
      for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
      await use.closeRoundByHand(manager, 1);
      await register({ text: 'Nobody waits.' });
      await use.launchRound(manager, wish);
      const [, leader] = sample.leaders;
      assert.ok(leader);
      await answerAll(clock, sample.id, leader, 2);
      const pseudonym = await opened().pseudonyms.of(sample.id, leader.person);
      const answers = opened().store.answers(sample.id);
      assert.deepEqual((await answers.of(1, pseudonym))[0]?.ratings, { PR1: 3, PR2: 3, PR3: 3, PR4: 3, PR5: 3, PR6: 3 });
      assert.deepEqual((await answers.of(2, pseudonym))[0]?.ratings, { O1: 3 });
    });
  });
});
