import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { MeetingSurvey } from '../../bot/domain/meetings/survey.ts';
import type { Rhythm } from '../../bot/domain/meetings/rhythm.ts';
import type { Refusal } from '../../bot/errors.ts';
import { Refused } from '../../bot/errors.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const refused = (reason: Refusal) => (fault: unknown) => fault instanceof Refused && fault.reason === reason;
/** Nobody's. */
const nhsNumber = '999 000 0018';
const usual: MeetingSurvey = {
  ...{ instrument: 'relational', questions: [], audience: ['leader'], k: 3, opensBefore: 14, closesBefore: 3 },
};
const fourthTuesdays: Rhythm = { rule: { each: 'month', every: 1, weekday: 2, nth: 4 }, from: '2026-11-23', starts: '09:00' };

describe('meetings', () => {
  onEveryEngine(wholeStore, (opened) => {
    /** Monday, with a meeting in three weeks. */
    const begin = async (counts: readonly number[] = [3, 3, 3]) => {
      const clock = clockwork(opened(), new Date('2026-11-23T09:00:00Z'));
      const sample = await sampleOf(clock, counts, { nextMeeting: '2026-12-14' });
      const inside = { collaboration: sample.id, language: 'en' } as const;
      const manager = { ...inside, person: sample.founder.person };
      const other = sample.leaders.at(-1) ?? assert.fail();
      const member = { ...inside, person: other.person };
      const { use } = clock;
      clock.notes.length = 0;
      const read = () => use.readMeetings(manager);
      const planned = async () =>
        (await read()).meetings.filter(({ state }) => state === 'planned').map(({ number, date }) => `${number} ${date}`);
      const versionOf = async (number: number) =>
        (await read()).meetings.find((one) => one.number === number)?.version ?? assert.fail();
      /** The meeting of three weeks ahead, held. */
      const hold = async (number = 1, on = '2026-12-14') => {
        clock.moveTo(new Date(`${on}T10:00:00Z`));
        await use.changeMeeting.held(manager, number, await versionOf(number));
      };
      return { clock, sample, manager, member, use, read, planned, versionOf, hold };
    };
    const today = new Date('2026-11-23T09:00:00Z');

    it('are read by everybody and planned by who leads them, each on a day of its own that lies ahead', async () => {
      const { clock, manager, member, use, planned } = await begin();
      await use.planMeeting(manager, { date: '2027-01-12', starts: '13:00' });
      await use.planMeeting(manager, { date: '2027-01-12', starts: '13:00' });
      assert.deepEqual(await planned(), ['1 2026-12-14', '2 2027-01-12']);
      assert.deepEqual(
        clock.notes.map(({ what, facts }) => ({ what, facts })),
        [{ what: 'meeting planned', facts: { meeting: 2, date: '2027-01-12', starts: '13:00' } }],
      );
      const wrong: [string, string, Refusal][] = [
        ['2027-01-12', '09:00', 'meeting day taken'],
        ['2026-11-23', '09:00', 'meeting date not ahead'],
        ['2026-01-01', '09:00', 'meeting date not ahead'],
        ['2028-11-23', '09:00', 'meeting date too far'],
      ];
      for (const [date, starts, reason] of wrong)
        await assert.rejects(use.planMeeting(manager, { date, starts }), refused(reason), date);
      await assert.rejects(
        use.planMeeting(member, { date: '2027-02-01', starts: '09:00' }),
        refused('only chairs or integration managers'),
      );
      const seen = await use.readMeetings(member);
      assert.deepEqual(
        [seen.mayChange, seen.proposal, seen.comers, seen.meetings.map(({ date }) => date)],
        [false, null, null, ['2026-12-14', '2027-01-12']],
      );
      assert.deepEqual(await planned(), ['1 2026-12-14', '2 2027-01-12']);
    });

    it('two who move one at once: the second is told, and a meeting called off is not moved', async () => {
      const { manager, use, planned, versionOf } = await begin();
      const to = (date: string, version: number) => use.changeMeeting.move(manager, 1, version, { date, starts: '09:00' });
      const results = await Promise.allSettled([to('2026-12-15', 1), to('2026-12-16', 1)]);
      assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      await assert.rejects(to('2026-12-17', 1), refused('changed meanwhile'));
      await use.changeMeeting.callOff(manager, 1, await versionOf(1));
      await use.changeMeeting.callOff(manager, 1, 1);
      await assert.rejects(to('2026-12-17', await versionOf(1)), refused('meeting not planned'));
      assert.deepEqual(await planned(), []);
      await assert.rejects(use.changeMeeting.callOff(manager, 9, 1), refused('no such meeting'));
    });

    it('that are called off keep what was decided and who was there', async () => {
      const { clock, manager, use, read, versionOf } = await begin();
      clock.moveTo(new Date('2026-12-14T10:00:00Z'));
      const desk = await use.readAttendance(manager, 1);
      await use.takeAttendance(manager, 1, undefined, [desk.people[0]?.member ?? 0]);
      await use.decide.add(manager, 1, randomUUID(), 'A sample decision');
      await use.changeMeeting.callOff(manager, 1, await versionOf(1));
      const [meeting] = (await read()).meetings;
      assert.deepEqual([meeting?.state, meeting?.decisions.map(({ text }) => text)], ['called off', ['A sample decision']]);
      assert.equal((await use.readAttendance(manager, 1)).present?.length, 1);
    });

    it('come by a rhythm that is shown first: holidays left out, a meeting planned by hand kept', async () => {
      const { clock, manager, use, planned } = await begin();
      const everyMonday: Rhythm = { rule: { each: 'week', every: 1, weekday: 1 }, from: '2026-11-30', starts: '10:00' };
      const shown = await use.previewRhythm(manager, { ...everyMonday, from: '2027-03-15' });
      assert.deepEqual(
        shown.days.slice(0, 3).map(({ date }) => date),
        ['2027-03-15', '2027-03-22', '2027-04-05'],
      );
      // Easter Monday, Whit Monday.
      assert.deepEqual(shown.leftOut.slice(0, 2), ['2027-03-29', '2027-05-17']);
      assert.deepEqual(await planned(), ['1 2026-12-14']);
      await use.setRhythm(manager, undefined, everyMonday);
      await use.setRhythm(manager, undefined, everyMonday);
      const first = await planned();
      assert.deepEqual(first.slice(0, 3), ['2 2026-11-30', '3 2026-12-07', '1 2026-12-14']);
      assert.equal(first.length, 26);
      assert.equal(clock.notes.filter(({ what }) => what === 'rhythm set').length, 1);
    });

    it('of another rhythm are the same meetings on other days; those moved or called off by somebody stay so', async () => {
      const { manager, use, read, planned, versionOf } = await begin();
      await use.setRhythm(manager, undefined, fourthTuesdays);
      assert.deepEqual((await planned()).slice(0, 4), ['2 2026-11-24', '1 2026-12-14', '3 2026-12-22', '4 2027-01-26']);
      await use.changeMeeting.move(manager, 2, await versionOf(2), { date: '2026-11-26', starts: '09:00' });
      await use.changeMeeting.callOff(manager, 3, await versionOf(3));
      const secondThursdays: Rhythm = { ...fourthTuesdays, rule: { each: 'month', every: 1, weekday: 4, nth: 2 } };
      assert.ok((await use.previewRhythm(manager, secondThursdays)).replaced > 5);
      await use.setRhythm(manager, fourthTuesdays, secondThursdays);
      assert.deepEqual((await planned()).slice(0, 4), ['2 2026-11-26', '4 2026-12-10', '1 2026-12-14', '5 2027-01-14']);
      await assert.rejects(use.setRhythm(manager, fourthTuesdays, undefined), refused('changed meanwhile'));
      await use.setRhythm(manager, secondThursdays, fourthTuesdays);
      assert.ok(!(await planned()).some((one) => one.endsWith('2026-12-22')), 'called off by hand');
      await use.setRhythm(manager, fourthTuesdays, undefined);
      assert.deepEqual(await planned(), ['2 2026-11-26', '1 2026-12-14']);
      assert.deepEqual(
        (await read()).meetings.filter(({ state }) => state === 'called off').map(({ number }) => number),
        [3],
      );
    });

    it('of a rhythm that never occurs are refused, and nothing is stored', async () => {
      const { manager, member, use, read } = await begin();
      const sundays: Rhythm = { rule: { each: 'week', every: 1, weekday: 7 }, from: '2026-12-01', starts: '09:00' };
      await assert.rejects(use.setRhythm(manager, undefined, sundays), refused('rhythm never occurs'));
      await assert.rejects(use.previewRhythm(manager, sundays), refused('rhythm never occurs'));
      await assert.rejects(
        use.setRhythm(manager, undefined, { ...sundays, from: '2030-01-01' }),
        refused('meeting date too far'),
      );
      await assert.rejects(use.setRhythm(member, undefined, fourthTuesdays), refused('only chairs or integration managers'));
      assert.equal((await read()).rhythm, null);
    });

    it('go on by themselves as time goes by, one on each day however often the clock looks', async () => {
      const { clock, sample, manager, use, planned } = await begin();
      await use.setRhythm(manager, undefined, fourthTuesdays);
      const before = await planned();
      await clock.runUntil(new Date('2027-02-23T09:00:00Z'));
      await clock.work({ name: 'plan meetings', collaboration: sample.id });
      const days = (await planned()).map((one) => one.slice(-10));
      assert.ok(days.length > before.length);
      assert.equal(new Set(days).size, days.length);
      assert.equal(days.at(-1), '2028-03-28');
    });

    describe('with a survey', () => {
      it('open it in the morning two weeks before, with the rules of a launch by hand, once', async () => {
        const { clock, sample, manager, use, read } = await begin();
        await use.setSurvey(manager, 1, 1, usual);
        const [before] = (await read()).meetings;
        assert.deepEqual(
          before?.plan.map(({ is, day }) => `${is} ${day}`),
          [
            ...['survey opens 2026-11-30', 'reminder 2026-12-04', 'reminder 2026-12-09', 'updates asked 2026-12-10'],
            ...['reminder 2026-12-11', 'survey closes 2026-12-11', 'results ready 2026-12-11', 'brief 2026-12-11'],
            ...['meeting 2026-12-14', 'check-out 2026-12-14', 'minutes 2026-12-14'],
          ],
        );
        await clock.runUntil(new Date('2026-11-30T06:59:00Z'));
        assert.equal((await read()).meetings[0]?.round, null);
        await clock.runUntil(new Date('2026-11-30T07:30:00Z'));
        const [meeting] = (await read()).meetings;
        assert.equal(meeting?.round, 1);
        await clock.work({ name: 'open survey', collaboration: sample.id, meeting: 1, version: meeting.version });
        const rounds = await opened().store.within(sample.id, (unit) => unit.rounds.all());
        assert.deepEqual(
          rounds.map(({ number, opens, closes }) => [number, opens.toISOString(), closes.toISOString()]),
          [[1, '2026-11-30T07:00:00.000Z', '2026-12-11T14:00:00.000Z']],
        );
        assert.deepEqual(
          clock.notes.filter(({ what }) => what === 'round launched').map(({ by }) => by),
          [undefined],
        );
        await assert.rejects(use.setSurvey(manager, 1, meeting.version, undefined), refused('survey opened already'));
        assert.ok(clock.posts.some(({ message }) => message.kind === 'survey'));
      });

      it('take it along when they move, and what asked before does nothing any more', async () => {
        const { clock, sample, manager, use, read, versionOf } = await begin();
        await use.setSurvey(manager, 1, 1, usual);
        await use.changeMeeting.move(manager, 1, await versionOf(1), { date: '2026-12-17', starts: '09:00' });
        await clock.runUntil(new Date('2026-12-02T12:00:00Z'));
        await clock.work({ name: 'open survey', collaboration: sample.id, meeting: 1, version: 1 });
        assert.equal((await read()).meetings[0]?.round, null);
        await clock.runUntil(new Date('2026-12-03T07:30:00Z'));
        assert.equal((await read()).meetings[0]?.round, 1);
      });

      it('moved nearer than its opening do not open it late: they say so, and integration managers are told', async () => {
        const { clock, manager, use, read, versionOf } = await begin();
        await use.changeMeeting.move(manager, 1, await versionOf(1), { date: '2026-12-01', starts: '09:00' });
        const [meeting] = (await read()).meetings;
        assert.deepEqual(meeting?.obstacle, { happened: true, reason: 'opening day over' });
        assert.ok(meeting.plan.every(({ is }) => !is.startsWith('survey')));
        await clock.runUntil(new Date('2026-11-25T12:00:00Z'));
        assert.equal((await read()).meetings[0]?.round, null);
        const told = clock.posts.map(({ message }) => (message.kind === 'survey not opened' ? message.facts.reason : undefined));
        assert.deepEqual(told.filter(Boolean), ['opening day over']);
        await use.setSurvey(manager, 1, await versionOf(1), { ...usual, opensBefore: 5, closesBefore: 1 });
        assert.deepEqual((await read()).meetings[0]?.plan[0]?.day, '2026-11-26', 'on other days it opens');
        await use.changeMeeting.move(manager, 1, await versionOf(1), { date: '2026-12-21', starts: '09:00' });
        assert.equal((await read()).meetings[0]?.obstacle, undefined, 'moved away again it has its days');
      });

      it('that cannot be opened open none, say why, and tell each integration manager once', async () => {
        const { clock, sample, manager, use, read } = await begin([3, 1]);
        await use.setSurvey(manager, 1, 1, { ...usual, k: 5 });
        assert.deepEqual((await read()).meetings[0]?.obstacle, { happened: false, reason: 'too few invited' });
        await clock.runUntil(new Date('2026-11-30T12:00:00Z'));
        const { round, obstacle, version } = (await read()).meetings[0] ?? assert.fail();
        assert.deepEqual([round, obstacle], [null, { happened: true, reason: 'too few invited' }]);
        await clock.work({ name: 'open survey', collaboration: sample.id, meeting: 1, version });
        await clock.runUntil(new Date('2026-12-01T12:00:00Z'));
        const told = clock.posts.map(({ message }) => message).filter(({ kind }) => kind === 'survey not opened');
        assert.deepEqual(
          told.map((message) => (message.kind === 'survey not opened' ? [message.facts.date, message.facts.reason] : [])),
          [['2026-12-14', 'too few invited']],
        );
        const seen = await use.readMeetings({ ...manager, person: sample.leaders.at(-1)?.person ?? assert.fail() });
        assert.equal(seen.meetings[0]?.obstacle, undefined);
      });

      it('wait for nobody while another round is open, which closes too late for the meeting', async () => {
        const { clock, manager, use, read } = await begin();
        const wish = { instrument: 'relational', questions: [], audience: ['leader'], k: 3, closingDate: '2026-12-16' } as const;
        await use.launchRound(manager, wish);
        await clock.runUntil(new Date('2026-11-30T12:00:00Z'));
        assert.deepEqual((await read()).meetings[0]?.obstacle, { happened: true, reason: 'one is open' });
      });

      it('on days that are not in order, or over, are refused', async () => {
        const { manager, member, use, read } = await begin();
        const wrong: [Partial<MeetingSurvey>, Refusal][] = [
          [{ opensBefore: 3, closesBefore: 3 }, 'survey days not in order'],
          [{ closesBefore: 0 }, 'survey days not in order'],
          [{ opensBefore: 61 }, 'survey days not in order'],
          [{ opensBefore: 30 }, 'survey opening not ahead'],
          [{ k: 2 }, 'k below 3'],
        ];
        for (const [part, reason] of wrong)
          await assert.rejects(use.setSurvey(manager, 1, 1, { ...usual, ...part }), refused(reason), reason);
        await assert.rejects(use.setSurvey(member, 1, 1, usual), refused('only chairs or integration managers'));
        assert.deepEqual((await read()).meetings[0]?.survey, usual, 'as it was');
      });

      it('wait for nobody that has been asked for the same meeting: the plan shows that round, and nobody is told', async () => {
        const { clock, manager, use, read } = await begin();
        const wish = { instrument: 'relational', questions: [], audience: ['leader'], k: 3, closingDate: '2026-12-11' } as const;
        await use.launchRound(manager, wish);
        const shown = async () => {
          const { asked, round, obstacle, plan } = (await read()).meetings[0] ?? assert.fail();
          return { asked, round, obstacle, opens: plan.find(({ is }) => is === 'survey opens')?.day };
        };
        const byHand = { asked: 1, round: null, obstacle: undefined, opens: '2026-11-23' };
        assert.deepEqual(await shown(), byHand);
        await use.closeRoundByHand(manager, 1);
        await clock.runUntil(new Date('2026-12-01T12:00:00Z'));
        assert.deepEqual(await shown(), byHand);
        assert.equal((await opened().store.within(manager.collaboration, (unit) => unit.rounds.all())).length, 1);
        assert.ok(!clock.posts.some(({ message }) => message.kind === 'survey not opened'));
      });

      it('wait for nobody that was asked by a round which, as nothing ran at its time, was closed after the meeting', async () => {
        const { clock, manager, use, read } = await begin();
        const wish = { instrument: 'relational', questions: [], audience: ['leader'], k: 3, closingDate: '2026-12-11' } as const;
        await use.launchRound(manager, wish);
        clock.moveTo(new Date('2026-12-15T12:00:00Z'));
        for (const name of ['close round', 'open survey'] as const)
          for (const { job } of clock.waiting.filter((one) => one.job.name === name)) await clock.work(job);
        const { asked, obstacle } = (await read()).meetings[0] ?? assert.fail();
        assert.deepEqual({ asked, obstacle }, { asked: 1, obstacle: undefined });
      });
    });

    describe('are planned with a survey', () => {
      const close = async ({ clock, use, manager }: Awaited<ReturnType<typeof begin>>, k: number) => {
        const wish = { instrument: 'relational', questions: [], audience: ['leader'], k, closingDate: '2026-12-04' } as const;
        await use.launchRound(manager, wish);
        clock.moveTo(new Date('2026-11-27T09:00:00Z'));
        await use.closeRoundByHand(manager, 1);
      };

      it('at set-up: of the leaders, two weeks before, with the lowest number behind each value; not where that day is over', async () => {
        const { clock, read } = await begin();
        const [meeting] = (await read()).meetings;
        assert.deepEqual([meeting?.survey, meeting?.version], [usual, 1]);
        assert.equal(meeting?.plan[0]?.day, '2026-11-30');
        await clock.runUntil(new Date('2026-11-30T07:30:00Z'));
        assert.equal((await read()).meetings[0]?.round, 1);
        const late = clockwork(opened(), today);
        const sample = await sampleOf(late, [3, 3], { nextMeeting: '2026-12-07' });
        const { meetings } = await late.use.readMeetings({ ...sample.founder, collaboration: sample.id });
        assert.deepEqual(meetings[0]?.obstacle, { happened: true, reason: 'opening day over' });
        assert.equal(meetings[0].plan[0]?.is, 'updates asked');
        await late.runUntil(new Date('2026-12-06T12:00:00Z'));
        assert.deepEqual(await opened().store.within(sample.id, (unit) => unit.rounds.all()), []);
      });

      it('shown in the whole plan first; with k of the last round, and none within eleven weeks of another', async () => {
        const begun = await begin([4, 4, 4]);
        const { manager, use, read } = begun;
        const at = (date: string, survey?: MeetingSurvey | null) => ({ date, starts: '09:00', survey });
        const soon = await use.previewMeeting(manager, at('2027-01-12'));
        assert.deepEqual([soon.survey, soon.notProposed], [undefined, 'too soon']);
        const far = await use.previewMeeting(manager, at('2027-03-09'));
        assert.deepEqual([far.survey, far.notProposed], [usual, undefined]);
        assert.deepEqual(
          far.steps.slice(0, 2).map(({ is, day }) => [is, day]),
          [
            ['survey opens', '2027-02-23'],
            ['reminder', '2027-02-26'],
          ],
        );
        await close(begun, 4);
        const after = await use.previewMeeting(manager, at('2027-03-09'));
        assert.equal(after.survey?.k, 4);
        const near = await use.previewMeeting(manager, at('2026-12-08'));
        assert.deepEqual([near.survey, near.notProposed, near.asked], [undefined, 'too soon', 1]);
        assert.deepEqual((await read()).meetings.length, 1, 'nothing is stored');
      });

      it('is what was chosen there: none, another, or what is proposed; refused where it cannot be', async () => {
        const { manager, member, use, read } = await begin();
        const other: MeetingSurvey = { ...usual, instrument: 'health check', opensBefore: 10 };
        const plan = (date: string, survey?: MeetingSurvey | null) => use.planMeeting(manager, { date, starts: '09:00', survey });
        await plan('2027-03-09');
        await plan('2027-04-13', other);
        await plan('2027-09-14', null);
        assert.deepEqual(
          (await read()).meetings.map(({ date, survey }) => [date, survey?.instrument]),
          [
            ['2026-12-14', 'relational'],
            ['2027-03-09', 'relational'],
            ['2027-04-13', 'health check'],
            ['2027-09-14', undefined],
          ],
        );
        const wrong: [string, MeetingSurvey | undefined, Refusal][] = [
          ['2026-12-01', usual, 'survey opening not ahead'],
          ['2027-10-12', { ...usual, closesBefore: 14 }, 'survey days not in order'],
          ['2027-10-12', { ...usual, k: 2 }, 'k below 3'],
          ['2026-11-23', undefined, 'meeting date not ahead'],
          ['2027-03-09', undefined, 'meeting day taken'],
        ];
        for (const [date, survey, reason] of wrong) {
          await assert.rejects(
            use.previewMeeting(manager, { date, starts: '09:00', survey }),
            refused(reason),
            `shown: ${reason}`,
          );
          if (reason !== 'meeting day taken') await assert.rejects(plan(date, survey), refused(reason), reason);
        }
        const wish = { date: '2027-10-12', starts: '09:00' };
        await assert.rejects(use.previewMeeting(member, wish), refused('only chairs or integration managers'));
        assert.equal((await read()).meetings.length, 4);
      });

      it('say why it would not open as the roster is now', async () => {
        const { manager, use } = await begin([2, 1]);
        const shown = await use.previewMeeting(manager, { date: '2027-04-13', starts: '09:00' });
        assert.equal(shown.obstacle, 'too few invited');
      });

      it('by a rhythm as its days are shown, and as time goes by; set to none, none goes with the next', async () => {
        const { clock, sample, manager, use, read } = await begin();
        const rhythm: Rhythm = { ...fourthTuesdays, survey: usual };
        const shown = await use.previewRhythm(manager, rhythm);
        assert.deepEqual(
          shown.days.slice(0, 5).map(({ date, survey, notProposed }) => [date, survey?.opens, notProposed]),
          [
            ['2026-11-24', undefined, 'too soon'],
            ['2026-12-22', undefined, 'too soon'],
            ['2027-01-26', undefined, 'too soon'],
            ['2027-02-23', undefined, 'too soon'],
            ['2027-03-23', '2027-03-09', undefined],
          ],
        );
        await use.setRhythm(manager, undefined, rhythm);
        await use.setRhythm(manager, undefined, rhythm);
        const along = async () =>
          (await read()).meetings.filter(({ byRhythm, survey }) => byRhythm && survey !== null).map(({ date }) => date);
        const first = await along();
        assert.deepEqual(first.slice(0, 3), ['2027-03-23', '2027-06-22', '2027-09-28']);
        clock.moveTo(new Date('2027-02-23T09:00:00Z'));
        await clock.work({ name: 'plan meetings', collaboration: sample.id });
        assert.deepEqual((await along()).slice(0, first.length), first);
        assert.ok((await along()).length > first.length, 'and further ahead');
        clock.moveTo(new Date('2027-03-09T08:00:00Z'));
        for (const { job, due } of [...clock.waiting])
          if (job.name === 'open survey' && due <= clock.now()) await clock.work(job);
        assert.equal((await read()).meetings.find(({ date }) => date === '2027-03-23')?.round, 1);
        await use.setRhythm(manager, rhythm, fourthTuesdays);
        assert.deepEqual(await along(), ['2027-03-23'], 'the one that is open');
      });
    });

    describe('who was there', () => {
      it('is said from the roster on the day or later, replaces what was said, and takes no strangers', async () => {
        const { clock, manager, member, use, read } = await begin();
        await assert.rejects(use.takeAttendance(manager, 1, undefined, []), refused('meeting not yet'));
        clock.moveTo(new Date('2026-12-14T10:00:00Z'));
        const desk = await use.readAttendance(manager, 1);
        assert.deepEqual([desk.people.length, desk.present], [9, undefined]);
        const [one = 0, two = 0, three = 0] = desk.people.map((person) => person.member);
        await assert.rejects(use.takeAttendance(manager, 1, undefined, [one, 999_999]), refused('not on the roster'));
        await assert.rejects(use.readAttendance(member, 1), refused('only chairs or integration managers'));
        await use.takeAttendance(manager, 1, undefined, [one, two]);
        await use.takeAttendance(manager, 1, undefined, [two, one]);
        await assert.rejects(use.takeAttendance(manager, 1, undefined, [three]), refused('changed meanwhile'));
        await use.takeAttendance(manager, 1, [one, two], [two, three]);
        assert.deepEqual((await use.readAttendance(manager, 1)).present, [two, three]);
        assert.deepEqual((await read()).meetings[0]?.attended, { present: 2, parts: null });
        assert.deepEqual(
          clock.notes.map(({ what, facts }) => ({ what, facts })),
          [2, 2].map((present) => ({ what: 'attendance taken', facts: { meeting: 1, present } })),
        );
      });

      it('is counted over the meetings held, and small counts are for integration managers alone', async () => {
        const { manager, member, use, read, hold } = await begin([3, 3, 6]);
        await use.planMeeting(manager, { date: '2027-01-12', starts: '09:00' });
        const everybody = (await use.readAttendance(manager, 1)).people.map((person) => person.member);
        await hold();
        await use.takeAttendance(manager, 1, undefined, everybody.slice(0, 8));
        await hold(2, '2027-01-12');
        await use.takeAttendance(manager, 2, undefined, everybody.slice(1, 10));
        const { meetings, comers } = await read();
        assert.deepEqual(
          meetings.map(({ attended }) => attended),
          [
            { present: 9, parts: { new: 2, alsoAtPrevious: 7, backAfterAbsence: 0 } },
            { present: 8, parts: { new: 8, alsoAtPrevious: null, backAfterAbsence: null } },
          ],
        );
        assert.deepEqual(comers, {
          ...{ of: 2, regular: null },
          neverCame: [
            { organisation: '1', people: 0, of: 3 },
            { organisation: '2', people: 0, of: 3 },
            { organisation: '3', people: 2, of: 6 },
          ],
        });
        const seen = await use.readMeetings(member);
        assert.deepEqual([seen.meetings.map(({ attended }) => attended?.parts ?? null)[0], seen.comers], [null, null]);
      });
    });

    it('a person was at are in their data, and not any more once they have erased it', async () => {
      const { sample, manager, use, read, hold } = await begin();
      const everybody = (await use.readAttendance(manager, 1)).people.map((person) => person.member);
      await hold();
      await use.takeAttendance(manager, 1, undefined, everybody);
      const { founder, id } = sample;
      const meetings = async () => (await use.exportMyData(id, founder.person)).meetings;
      assert.deepEqual(await meetings(), [{ date: '2026-12-14', organisation: 'Sample 1' }]);
      await use.eraseAnswers({ ...founder, collaboration: id });
      assert.deepEqual(await meetings(), []);
      assert.equal((await read()).meetings[0]?.attended?.present, everybody.length - 1);
    });

    it('move with the date of set-up, and their survey with them; one that people were at stays', async () => {
      const { clock, manager, use, read, planned } = await begin();
      const inTab = { ...manager, channel: clock.channel };
      const practical = { language: 'en', zone: 'Europe/Oslo' } as const;
      await use.setSurvey(manager, 1, 1, usual);
      await use.changeSetUp.practical(inTab, 1, { ...practical, nextMeeting: '2027-01-14' });
      assert.deepEqual(await planned(), ['1 2027-01-14']);
      await clock.runUntil(new Date('2027-01-14T10:00:00Z'));
      assert.equal((await read()).meetings[0]?.round, 1);
      await use.takeAttendance(manager, 1, undefined, []);
      await use.changeSetUp.practical(inTab, 2, { ...practical, nextMeeting: '2027-02-11' });
      assert.deepEqual(
        (await read()).meetings.map(({ number, date, state }) => `${number} ${date} ${state}`),
        ['2 2027-02-11 planned', '1 2027-01-14 held'],
      );
    });

    it('keep what was decided: once for each request, mended, and dropped', async () => {
      const { clock, manager, member, use, read } = await begin();
      clock.moveTo(new Date('2026-12-14T10:00:00Z'));
      const request = randomUUID();
      await Promise.all([1, 2].map(() => use.decide.add(manager, 1, request, ' A sample \n decision ')));
      const decisions = async () => (await read()).meetings[0]?.decisions ?? [];
      const [first] = await decisions();
      const id = first?.id ?? assert.fail();
      assert.deepEqual(await decisions(), [{ id, text: 'A sample decision' }]);
      const wrong: [string, Refusal][] = [
        ['  ', 'decision empty'],
        ['x'.repeat(401), 'text too long'],
        [`About ${nhsNumber}`, 'looks like patient data'],
      ];
      for (const [text, reason] of wrong)
        await assert.rejects(use.decide.add(manager, 1, randomUUID(), text), refused(reason), reason);
      await use.decide.change(manager, 1, id, 'A sample decision', 'Another');
      await assert.rejects(use.decide.change(manager, 1, id, 'A sample decision', 'A third'), refused('changed meanwhile'));
      await assert.rejects(use.decide.drop(manager, 1, id, 'A sample decision'), refused('changed meanwhile'));
      await use.decide.drop(manager, 1, id, 'Another');
      await use.decide.drop(manager, 1, id, 'Another');
      assert.deepEqual(await decisions(), []);
      await assert.rejects(use.decide.change(manager, 1, id, 'Another', 'A third'), refused('no such decision'));
      await assert.rejects(use.decide.add(member, 1, randomUUID(), 'x'), refused('only chairs or integration managers'));
      assert.deepEqual(
        clock.notes.map(({ what }) => what),
        ['decision added', 'decision changed', 'decision dropped'],
      );
    });

    it('have room for thirty decisions, and the thirtieth asked for again is still there', async () => {
      const { clock, manager, use } = await begin();
      clock.moveTo(new Date('2026-12-14T10:00:00Z'));
      const last = randomUUID();
      for (let at = 1; at < 30; at += 1) await use.decide.add(manager, 1, randomUUID(), `Decision ${at}`);
      await use.decide.add(manager, 1, last, 'Decision 30');
      await use.decide.add(manager, 1, last, 'Decision 30');
      await assert.rejects(use.decide.add(manager, 1, randomUUID(), 'Decision 31'), refused('too many decisions'));
    });

    it('whose day is over and that nobody ended are said to have been held; not before their day', async () => {
      const { clock, manager, use, read, hold } = await begin();
      assert.deepEqual(clock.now(), today);
      await assert.rejects(use.changeMeeting.held(manager, 1, 1), refused('meeting not yet'));
      await hold();
      await use.changeMeeting.held(manager, 1, 1);
      assert.deepEqual(
        (await read()).meetings.map(({ state }) => state),
        ['held'],
      );
    });
  });
});
