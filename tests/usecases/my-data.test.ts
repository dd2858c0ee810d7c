import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { myData } from '../../bot/contracts/tab-api.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, sampleOf } from './clockwork.ts';
import type { Clockwork, Sample } from './clockwork.ts';
import { wishFor } from '../builders.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

/** Round 1 closed with everybody's answers, round 2 open with those of the first leader of the second organisation. */
const twoRounds = async (clock: Clockwork): Promise<Sample> => {
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
  const { id, founder, leaders } = sample;
  await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
  for (const leader of leaders) await answerAll(clock, id, leader);
  await clock.use.closeRoundByHand({ ...founder, collaboration: id }, 1);
  await clock.use.launchRound({ ...founder, collaboration: id }, wishFor('2026-12-11'));
  await clock.runUntil(at('2026-11-24T09:00'));
  const own = leaders[3];
  assert.ok(own);
  await answerAll(clock, id, own, 2);
  return sample;
};

const audited = (clock: Clockwork, { id, leaders }: Sample) =>
  clock.store.within(id, (unit) => unit.notedOf(leaders[3]?.person ?? { tenantId: '', objectId: '' }));

describe('what is stored about a person', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('is shown and exported to that person: place, rounds, own answers, messages, log, and nobody else’s', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const sample = await twoRounds(clock);
      const own = sample.leaders[3];
      assert.ok(own);
      await clock.use.keepLanguage({ ...own, collaboration: sample.id, language: 'nb' });
      const seen = await clock.use.readMyData({ ...own, collaboration: sample.id });
      assert.deepEqual(
        seen.rounds.map(({ round, participation, answers }) => [round.number, participation?.state, answers.length]),
        [
          [1, 'finished', 1],
          [2, 'finished', 1],
        ],
      );
      const exported = myData.parse(await clock.use.exportMyData(sample.id, own.person));
      assert.deepEqual(exported.member, {
        ...{ name: 'Sample 2 leader 1', teamsUserId: own.teamsUserId, organisation: 'Sample 2', role: 'leader' },
        integrationManager: false,
        chair: false,
        linked: false,
        joined: '2026-11-23T09:00:00.000Z',
        zone: null,
        language: 'nb',
      });
      assert.deepEqual(exported.rounds[1]?.answers, [
        {
          ...{ organisation: 'Sample 1', notWorkingTogether: false },
          ratings: { R1: 3, R2: 3, R3: 3, R4: 3, R5: 3, R6: 3, R7: 3, E1: 3, E2: 3 },
        },
      ]);
      assert.deepEqual(exported.messages.map(({ kind, round }) => `${kind} ${round}`).sort(), ['survey copy 1', 'survey copy 2']);
      assert.deepEqual(
        exported.log.map(({ what }) => what),
        ['organisation chosen', 'own data exported'],
      );
      assert.doesNotMatch(JSON.stringify(exported), new RegExp(sample.founder.person.objectId));
    });

    it('has the questions they proposed and, in the short form, the partners drawn for them, and nobody else’s', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [2, 1, 1, 1, 1, 1, 1], { nextMeeting: '2026-12-14' });
      const [manager, other] = [founder, leaders[1] ?? founder].map((caller) => ({ ...caller, collaboration: id }));
      assert.ok(manager && other);
      await clock.use.questions.propose(manager, 'Sample question of the manager?');
      await clock.use.questions.propose(other, 'Sample question of the other?');
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      await clock.use.survey.open(manager, 1);
      const ours = myData.parse(await clock.use.exportMyData(id, manager.person));
      const theirs = myData.parse(await clock.use.exportMyData(id, other.person));
      assert.deepEqual(
        [ours.questions, theirs.questions],
        [
          [{ text: 'Sample question of the manager?', state: 'proposed' }],
          [{ text: 'Sample question of the other?', state: 'proposed' }],
        ],
      );
      const drawn = [2, 3, 4, 5, 6].map((number) => `Sample ${number}`);
      assert.deepEqual([ours.rounds[0]?.drawn, theirs.rounds[0]?.drawn], [drawn, null]);
      await clock.use.survey.open(other, 1);
      await clock.use.eraseAnswers(manager);
      await clock.use.survey.open(manager, 1);
      const again = myData.parse(await clock.use.exportMyData(id, manager.person));
      assert.deepEqual(again.rounds[0]?.drawn, drawn);
    });

    it('is nothing but the log for who is not on the roster', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id } = await twoRounds(clock);
      const stranger = clock.somebody('Sample stranger');
      await clock.use.readOverview(id, stranger.person);
      const seen = await clock.use.readMyData({ ...stranger, collaboration: id });
      assert.deepEqual([seen.member, seen.rounds, seen.messages], [undefined, [], []]);
      assert.deepEqual(
        seen.log.map(({ what }) => what),
        ['results read'],
      );
    });
  });
});

describe('a person who erases their answers', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('has none left in any round, is as if just invited in the open one, and changes nothing that is published', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const sample = await twoRounds(clock);
      const { id, founder, leaders } = sample;
      const own = leaders[3];
      assert.ok(own);
      const before = await clock.use.readOverview(id, founder.person);
      assert.equal(before.open?.answered, 1);
      await clock.use.eraseAnswers({ ...own, collaboration: id });
      const after = await clock.use.readOverview(id, founder.person);
      assert.deepEqual(after.latest, before.latest);
      assert.equal(after.open?.answered, 0);
      const seen = await clock.use.readMyData({ ...own, collaboration: id });
      assert.deepEqual(
        seen.rounds.map(({ round, participation, answers }) => [round.number, participation?.state, answers.length]),
        [
          [1, 'finished', 0],
          [2, 'invited', 0],
        ],
      );
      const other = await clock.use.readMyData({ ...founder, collaboration: id });
      assert.equal(other.rounds[0]?.answers.length, 1);
    });

    it('may answer the open round anew, and erase again', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await twoRounds(clock);
      const own = leaders[3];
      assert.ok(own);
      await clock.use.eraseAnswers({ ...own, collaboration: id });
      await clock.use.eraseAnswers({ ...own, collaboration: id });
      await answerAll(clock, id, own, 2);
      assert.equal((await clock.use.readOverview(id, founder.person)).open?.answered, 1);
    });

    it('is in the log as having done so, and not with what', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const sample = await twoRounds(clock);
      await clock.use.eraseAnswers({ ...(sample.leaders[3] ?? sample.founder), collaboration: sample.id });
      assert.deepEqual((await audited(clock, sample)).map(({ what, facts }) => [what, facts]).slice(1), [
        ['own answers erased', {}],
      ]);
    });

    it('leaves the count of a closed round as everybody has read it', async () => {
      const clock = clockwork(opened(), at('2026-11-23T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
      const manager = { ...founder, collaboration: id };
      await clock.use.launchRound(manager, wishFor('2026-12-11'));
      for (const leader of leaders) await answerAll(clock, id, leader);
      await clock.use.closeRoundByHand(manager, 1);
      await clock.use.eraseAnswers(manager);
      const card = await clock.use.survey.view(manager, 1);
      assert.ok(card.is === 'closed');
      assert.deepEqual([card.facts.answered, card.facts.invited], [6, 6]);
    });
  });
});
