import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { handOver } from '../../bot/contracts/hand-over-api.ts';
import { myData } from '../../bot/contracts/tab-api.ts';
import type { Refusal } from '../../bot/errors.ts';
import { Refused } from '../../bot/errors.ts';
import type { Job } from '../../bot/ports/jobs.ts';
import type { AgreedWish } from '../../bot/usecases/actions/agree-action.ts';
import { wishFor } from '../builders.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { onEveryEngine, patience, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, join, leaveSurveyOut, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const refused = (reason: Refusal) => (fault: unknown) => fault instanceof Refused && fault.reason === reason;

/** Two organisations of three leaders; one round with everybody's answers, closed; an action, a decision, a meeting ahead. */
const prepare = async (opened: OpenStore) => {
  const clock = clockwork(opened, at('2026-11-23T10:00'));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
  await leaveSurveyOut(clock, sample);
  const { id, founder, leaders } = sample;
  const [manager, member] = [founder, leaders[3] ?? founder].map((caller) => ({
    ...caller,
    collaboration: id,
    channel: clock.channel,
  }));
  assert.ok(manager && member);
  const members = await clock.store.within(id, (unit) => unit.members.all());
  const numberOf = (who: typeof member): number => members.find((one) => one.objectId === who.person.objectId)?.id ?? 0;
  await clock.use.launchRound(manager, wishFor('2026-12-11'));
  for (const leader of leaders) await answerAll(clock, id, leader);
  const closeRound = () => clock.use.closeRoundByHand(manager, 1);
  const agree = (text = 'Call the ward before noon') => {
    const owners = [numberOf(member)];
    const wish: AgreedWish = { text, kind: 'quick win', due: '2026-12-04', owners, source: { from: 'by hand' } };
    return clock.use.agreeAction(member, randomUUID(), wish, clock.channel);
  };
  const close = () => clock.use.closeCollaboration(manager);
  return { clock, id, leaders, manager, member, numberOf, closeRound, agree, close };
};

describe('a collaboration that is closed', function () {
  this.timeout(patience);
  onEveryEngine(wholeStore, (opened) => {
    it('is closed by an integration manager, not while a round is open, and once', async () => {
      const { clock, member, manager, close, closeRound } = await prepare(opened());
      await assert.rejects(clock.use.closeCollaboration(member), refused('only integration managers'));
      await assert.rejects(close(), refused('close the round first'));
      assert.equal((await clock.use.readSetUp(manager)).closed, null);
      await closeRound();
      const results = await Promise.allSettled([close(), close()]);
      assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      await assert.rejects(close(), refused('closed already'));
      const closings = clock.notes.filter(({ what }) => what === 'collaboration closed');
      assert.equal(closings.at(-1)?.by, manager.person.objectId);
      const setUp = await clock.use.readSetUp(manager);
      assert.deepEqual([setUp.closed, setUp.mayChange, setUp.mayReadLog], ['2026-11-23T09:00:00.000Z', false, true]);
    });

    it('sends nothing any more, whatever waited, and the clock does nothing but forget', async () => {
      const { clock, agree, close, closeRound, id } = await prepare(opened());
      await clock.runUntil(at('2026-11-24T09:00'));
      await closeRound();
      await agree();
      await close();
      const [sent, changed] = [clock.posts.length, clock.updates.length];
      const jobs: readonly Job[] = [
        { name: 'digest', collaboration: id },
        { name: 'nudge', collaboration: id },
        { name: 'plan meetings', collaboration: id },
        { name: 'remind', collaboration: id, round: 1, day: '2026-12-04' },
      ];
      for (const job of jobs) await clock.work(job);
      await clock.runUntil(at('2029-01-01T12:00'));
      assert.deepEqual([clock.posts.length, clock.updates.length], [sent, changed]);
      assert.ok(clock.notes.some(({ what }) => what === 'answers forgotten'));
      const states = await clock.store.within(id, (unit) => unit.deliveries.listed({ only: 'waiting', most: 50 }));
      assert.deepEqual(states, []);
    });

    it('takes nothing new: no answer, round, action, meeting, decision, person or text, each refused in one sentence', async () => {
      const { clock, id, manager, member, numberOf, agree, close, closeRound } = await prepare(opened());
      await closeRound();
      const { action } = await agree();
      await close();
      const { use } = clock;
      const outsider = { ...clock.somebody('Sample newcomer'), collaboration: id };
      const version = (await use.readSetUp(manager)).version;
      const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
        'an answer': () => use.survey.open(member, 1),
        'the own view of a card': () => use.survey.view(member, 1),
        'a round': () => use.launchRound(manager, wishFor('2026-12-18')),
        'the plan of one': () => use.planRound(manager),
        'the round again': () => use.reopenRound(manager, 1, '2026-12-18'),
        'an action': () => agree('Another one'),
        'how one goes': () => use.changeAction(member, action.id, { is: 'done' }),
        'a nudge': () => use.nudgeNow(manager, action.id),
        'a meeting': () => use.planMeeting(manager, { date: '2027-01-12', starts: '13:00' }),
        'a decision': () => use.decide.add(manager, 1, randomUUID(), 'Sample decision'),
        'a person': () => join(clock, id, outsider, 1, 'leader'),
        'the question of place': () => use.readPlace(outsider),
        'a question': () => use.questions.propose(manager, 'A sample question, which is long enough?'),
        'a purpose': () => use.changeSetUp.purpose(manager, version, { purpose: 'Another', outcomes: [] }),
        'an organisation': () => use.changeSetUp.organisations(manager, version, { is: 'add', name: 'Sample 3' }),
        'who we are': () => use.writeAbout(member, 2, 0, { does: 'A sample', doesNot: '', reach: '' }),
        'messages again': () => use.sending.start(manager),
      };
      for (const [what, deed] of Object.entries(deeds)) await assert.rejects(deed(), refused('collaboration closed'), what);
      assert.equal((await use.readAction(member, action.id)).mayChange, false);
      assert.equal(numberOf(member) > 0, true);
    });

    it('calls its meetings off, and publishes a check-out that is open', async () => {
      const { clock, manager, leaders, id, close, closeRound } = await prepare(opened());
      await closeRound();
      await clock.use.planMeeting(manager, { date: '2027-01-12', starts: '13:00' });
      clock.moveTo(at('2026-12-14T12:00'));
      await clock.use.changeMeeting.held(manager, 1, (await clock.use.readMeetings(manager)).meetings[0]?.version ?? 0);
      await clock.use.openCheckOut(manager, 1);
      for (const leader of leaders) await clock.use.checkOut.record({ ...leader, collaboration: id }, 1, { energy: 4 });
      await close();
      const { meetings } = await clock.use.readMeetings(manager);
      assert.deepEqual(meetings.map(({ date, state }) => `${date} ${state}`).sort(), [
        '2026-12-14 held',
        '2027-01-12 called off',
      ]);
      const { checkOuts } = await clock.use.readTimeline(id, manager.person);
      assert.equal(checkOuts.length, 1);
      await assert.rejects(clock.use.checkOut.view(manager, 1), refused('collaboration closed'));
    });

    it('keeps what was published, and hands it over to every member without naming a person', async () => {
      const { clock, id, manager, member, agree, close, closeRound } = await prepare(opened());
      await closeRound();
      await agree();
      clock.moveTo(at('2026-12-14T12:00'));
      await clock.use.decide.add(manager, 1, randomUUID(), 'Sample decision');
      const before = handOver.parse(await clock.use.readHandOver(id, member.person));
      await close();
      const after = handOver.parse(await clock.use.readHandOver(id, member.person));
      assert.deepEqual(after, { ...before, closed: '2026-12-14T11:00:00.000Z' });
      assert.deepEqual(
        [after.rounds.map(({ round }) => round), after.decisions],
        [[1], [{ meeting: '2026-12-14', text: 'Sample decision' }]],
      );
      assert.deepEqual(
        after.actions.map(({ text, owners, due, state }) => ({ text, owners, due, state })),
        [{ text: 'Call the ward before noon', owners: ['Sample 2'], due: '2026-12-04', state: 'open' }],
      );
      assert.doesNotMatch(JSON.stringify(after), /leader \d/);
      const overview = await clock.use.readOverview(id, member.person);
      assert.deepEqual([overview.latest?.round, overview.closed], [1, '2026-12-14T11:00:00.000Z']);
    });

    it('leaves answers nobody can tell whose they are: my data finds none, and erasing takes the name out of what is left', async () => {
      const { clock, id, member, manager, numberOf, agree, close, closeRound } = await prepare(opened());
      await closeRound();
      const { action } = await agree();
      assert.equal(myData.parse(await clock.use.exportMyData(id, member.person)).rounds[0]?.answers.length, 1);
      await close();
      await assert.rejects(opened().pseudonyms.of(id, member.person), /no key for pseudonyms/);
      const own = myData.parse(await clock.use.exportMyData(id, member.person));
      assert.deepEqual([own.rounds[0]?.answers, own.closed], [[], '2026-11-23T09:00:00.000Z']);
      await clock.use.eraseAnswers(member);
      const { action: after, history } = await clock.use.readAction(manager, action.id);
      assert.deepEqual(after.owners, [{ organisation: 2 }]);
      assert.ok(!JSON.stringify(history).includes(`"member":${numberOf(member)}`));
      const sums = await clock.store.within(id, (unit) => unit.participation.counts(1));
      assert.deepEqual(sums.answered, { '1': { leader: 3, employee: 0 }, '2': { leader: 3, employee: 0 } });
    });

    it('still takes people off its roster, and their names out of what they own', async () => {
      const { clock, manager, member, numberOf, agree, close, closeRound } = await prepare(opened());
      await closeRound();
      const { action } = await agree();
      await close();
      await clock.use.correctRoster.remove(manager, numberOf(member));
      assert.deepEqual((await clock.use.readAction(manager, action.id)).action.owners, [{ organisation: 2 }]);
    });
  });
});
