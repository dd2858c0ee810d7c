import assert from 'node:assert/strict';
import type { Refusal } from '../../bot/errors.ts';
import { Refused } from '../../bot/errors.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { wishFor } from '../builders.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';

const refused = (reason: Refusal) => (fault: unknown) => fault instanceof Refused && fault.reason === reason;
const statement = 'We know whom to call at {org} on a Friday afternoon.';

describe('a question of the partners’ own', () => {
  onEveryEngine(wholeStore, (opened) => {
    const begin = async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      const manager = { ...sample.founder, collaboration: sample.id };
      const other = sample.leaders.find(({ name }) => name === 'Sample 2 leader 1');
      assert.ok(other);
      return { clock, use: clock.use, sample, manager, member: { ...other, collaboration: sample.id } };
    };

    it('is proposed by a member, and asked only after an integration manager took it up', async () => {
      const { use, manager, member } = await begin();
      const { questions } = await use.questions.propose(member, `  ${statement}\n`);
      const [question] = questions;
      assert.deepEqual([question?.text, question?.state], [statement, 'proposed']);
      const desk = async () => {
        const found = await use.planRound(manager);
        assert.ok(found.is === 'plan');
        return found.plan.approved.map(({ text }) => text);
      };
      assert.deepEqual(await desk(), []);
      await assert.rejects(use.questions.decide(member, question?.id ?? 0, 'approved'), refused('only integration managers'));
      await use.questions.decide(manager, question?.id ?? 0, 'approved');
      assert.deepEqual(await desk(), [statement]);
      await use.questions.decide(manager, question?.id ?? 0, 'declined');
      assert.deepEqual(await desk(), []);
      assert.deepEqual((await use.questions.read(member)).questions, []);
    });

    it('stands on every page of a round that chose it, and never changes under that round', async () => {
      const { clock, use, sample, manager, member } = await begin();
      const [question] = (await use.questions.propose(member, statement)).questions;
      const id = question?.id ?? 0;
      await use.questions.decide(manager, id, 'approved');
      await use.launchRound(manager, wishFor('2026-12-11', { questions: [id] }));
      await use.questions.decide(manager, id, 'declined');
      const view = await use.survey.open(member, 1);
      assert.ok(view.is === 'page');
      assert.deepEqual(view.questions.at(-1), {
        id: 'L1',
        scale: 'extent',
        asked: ['leader', 'employee'],
        text: { en: statement, nb: statement },
      });
      await answerAll(clock, sample.id, member);
      const pseudonym = await opened().pseudonyms.of(sample.id, member.person);
      assert.deepEqual(
        (await opened().store.answers(sample.id).of(1, pseudonym)).map(({ ratings }) => ratings.L1),
        [3],
      );
    });

    it('is not chosen for a round before it was taken up, and a round takes three at the most', async () => {
      const { use, manager, member } = await begin();
      const ids: number[] = [];
      for (const number of [1, 2, 3, 4]) {
        const found = (await use.questions.propose(member, `${statement} (${number})`)).questions.at(-1);
        ids.push(found?.id ?? 0);
      }
      const planned = async (questions: readonly number[]) => {
        const found = await use.planRound(manager, wishFor('2026-12-11', { questions }));
        assert.ok(found.is === 'plan');
        return found.plan;
      };
      assert.equal((await planned(ids.slice(0, 2))).instrument.questions.length, 9);
      for (const id of ids) await use.questions.decide(manager, id, 'approved');
      assert.equal((await planned(ids.slice(0, 3))).instrument.questions.length, 12);
      assert.equal((await planned(ids)).obstacle, 'too many questions');
      await assert.rejects(use.launchRound(manager, wishFor('2026-12-11', { questions: ids })), refused('too many questions'));
    });

    it('has 10 to 200 characters, no identity number, and comes from somebody on the roster', async () => {
      const { clock, sample, use, member } = await begin();
      for (const text of ['', '   ', 'Too short', 'x'.repeat(201)])
        await assert.rejects(use.questions.propose(member, text), refused('question too short or too long'), text);
      await assert.rejects(
        use.questions.propose(member, '{org} and {org} and {org} again'),
        refused('names the partner too often'),
      );
      await assert.rejects(
        use.questions.propose(member, 'What about 943 476 5919 and others?'),
        refused('looks like patient data'),
      );
      const stranger = { ...clock.somebody('Sample stranger'), collaboration: sample.id };
      await assert.rejects(use.questions.propose(stranger, statement), refused('not a member'));
      assert.deepEqual((await use.questions.read(member)).questions, []);
    });

    it('is there once, however often it is proposed, and no more than twenty wait', async () => {
      const { use, member } = await begin();
      await Promise.all([1, 2, 3].map(() => use.questions.propose(member, statement)));
      assert.equal((await use.questions.read(member)).questions.length, 1);
      for (let number = 2; number <= 20; number += 1) await use.questions.propose(member, `${statement} (${number})`);
      await assert.rejects(use.questions.propose(member, 'One more than anybody reviews.'), refused('too many proposed'));
    });
  });
});

describe('a round about the network as a whole, or in the short form', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('asks one page about the network, of everybody together', async () => {
      for (const instrument of ['health check', 'six practices'] as const) {
        const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
        const sample = await sampleOf(clock, [2, 2], { nextMeeting: '2026-12-14' });
        const manager = { ...sample.founder, collaboration: sample.id };
        const desk = await clock.use.planRound(manager, wishFor('2026-12-11', { instrument }));
        assert.ok(desk.is === 'plan');
        assert.deepEqual([desk.plan.obstacle, desk.plan.mode], [undefined, 'pooled']);
        const facts = await clock.use.launchRound(manager, wishFor('2026-12-11', { instrument }));
        assert.deepEqual([facts.instrument, facts.pages], [instrument, 1]);
        for (const leader of sample.leaders) await answerAll(clock, sample.id, leader);
        const [sums, counts] = await opened().store.within(sample.id, async ({ answers, participation }) => [
          await answers.networkSums(1, [13, 24]),
          await participation.counts(1),
        ]);
        const first = instrument === 'health check' ? 'HC1' : 'PR1';
        assert.deepEqual(sums[first], { n: 4, sum: 12, squares: 36 });
        assert.deepEqual(counts.answered, { 1: { leader: 2, employee: 0 }, 2: { leader: 2, employee: 0 } });
      }
    });

    it('asks four questions about five of seven organisations, each pair about as often as any other, and the same people again after a pause', async () => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, [6, 6, 6, 6, 6, 6, 6], { nextMeeting: '2026-12-14' });
      const manager = { ...sample.founder, collaboration: sample.id };
      const desk = await clock.use.planRound(manager, wishFor('2026-12-11'));
      assert.ok(desk.is === 'plan');
      assert.deepEqual([desk.plan.instrument.form, desk.plan.mode, desk.plan.obstacle], ['short', 'matrix', undefined]);
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      const ours = sample.leaders.slice(0, 6);
      for (const leader of ours) {
        const [one, again] = [
          await clock.use.survey.open({ ...leader, collaboration: sample.id }, 1),
          await clock.use.survey.open({ ...leader, collaboration: sample.id }, 1),
        ];
        assert.ok(one.is === 'page' && again.is === 'page');
        assert.deepEqual([one.partner, one.pages], [again.partner, 5]);
        assert.deepEqual(
          one.questions.map(({ id }) => id),
          ['R1', 'R4', 'R7', 'E1'],
        );
        await answerAll(clock, sample.id, leader);
      }
      const cells = await opened().store.within(sample.id, (unit) => unit.answers.sums(1));
      const counts = cells.filter(({ from }) => from === '1').map(({ items }) => items.R1?.n ?? 0);
      assert.deepEqual(counts, [5, 5, 5, 5, 5, 5]);
    });
  });
});
