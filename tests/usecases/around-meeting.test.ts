import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { Message } from '../../bot/domain/message.ts';
import type { Caller } from '../../bot/usecases/gate.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, join, leaveSurveyOut, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const clockOf = (instant: Date): string => DateTime.fromJSDate(instant, { zone: 'Europe/Oslo' }).toFormat('MM-dd HH:mm');

/**
 * Three leaders of each of two organisations; the first is the integration manager. Easter Monday is 6 April 2026, clocks change on
 * 29 March.
 */
const prepare = async (opened: OpenStore, nextMeeting = '2026-04-07', start = '2026-03-02T10:00') => {
  const clock = clockwork(opened, at(start));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting });
  const { id, leaders } = sample;
  await leaveSurveyOut(clock, sample);
  const people = leaders.map((leader) => ({ ...leader, collaboration: id }));
  const [manager, owner, absent, second] = people;
  assert.ok(manager && owner && absent && second);
  const members = await clock.store.within(id, (unit) => unit.members.all());
  const memberOf = ({ person }: Pick<Caller, 'person'>): number =>
    members.find((one) => one.objectId === person.objectId)?.id ?? assert.fail();
  const wish = (text: string, who: Caller, due: string) => ({ text, kind: 'quick win', due, owners: [memberOf(who)] }) as const;
  const agree = (text: string, who: Caller, due = '2026-05-29') =>
    clock.use.agreeAction(manager, text, { ...wish(text, who, due), source: { from: 'by hand' } }, clock.channel);
  const agreeHere = (text: string, who: Caller) => clock.use.agreeInMeeting(manager, 1, text, wish(text, who, '2026-05-29'));
  const nameOf = (user: string): string => people.find(({ teamsUserId }) => teamsUserId === user)?.name ?? 'somebody';
  /** What went out, but for what nudges alone. */
  const sent = (...kinds: readonly Message['kind'][]) =>
    clock.posts.flatMap(({ at: when, address, message: { kind } }) =>
      kinds.length === 0 || kinds.includes(kind)
        ? [`${clockOf(when)} ${kind} to ${address.to === 'channel' ? 'the channel' : nameOf(address.teamsUserId)}`]
        : [],
    );
  const messageOf = <Kind extends Message['kind']>(kind: Kind) => {
    const found = clock.posts.findLast(({ message }) => message.kind === kind)?.message;
    assert.ok(found);
    return found as Extract<Message, { kind: Kind }>;
  };
  const version = async (meeting = 1) =>
    (await clock.use.readMeetings(manager)).meetings.find(({ number }) => number === meeting)?.version ?? assert.fail();
  const move = async (date: string, starts = '09:00') =>
    clock.use.changeMeeting.move(manager, 1, await version(), { date, starts });
  const hold = async (meeting = 1) => clock.use.changeMeeting.held(manager, meeting, await version(meeting));
  return { clock, id, people, manager, owner, absent, second, memberOf, agree, agreeHere, sent, messageOf, version, move, hold };
};
const before = ['brief', 'update request'] as const;

describe('before a meeting', () => {
  onEveryEngine(wholeStore, (opened) => {
    it('owners are asked for a line two working days before, and who leads it is briefed one before, across Easter and summer time', async () => {
      const { clock, agree, owner, sent } = await prepare(opened());
      await agree('One', owner);
      await clock.runUntil(at('2026-04-08T10:00'));
      assert.deepEqual(sent(...before), [
        '03-31 08:00 update request to Sample 1 leader 2',
        '04-01 08:00 brief to Sample 1 leader 1',
      ]);
    });

    it('is prepared by its chairs, where it has any, who are asked for their own line in the brief', async () => {
      const { clock, manager, second, memberOf, agree, sent, messageOf } = await prepare(opened());
      await clock.use.correctRoster.setChair(manager, memberOf(second), true);
      await agree('One', second);
      await clock.runUntil(at('2026-04-08T10:00'));
      assert.deepEqual(sent(...before), ['04-01 08:00 brief to Sample 2 leader 1']);
      assert.deepEqual(
        messageOf('brief').facts.nudges.map(({ text, step }) => `${text}: ${step}`),
        ['One: before meeting'],
      );
    });

    it('is prepared once, however often and on however many servers the clock comes', async () => {
      const { clock, id, agree, owner, sent } = await prepare(opened());
      await agree('One', owner);
      clock.moveTo(at('2026-04-01T08:30'));
      const jobs = ['ask for updates', 'ask for updates', 'brief', 'brief'] as const;
      await Promise.all(jobs.map((name) => clock.work({ name, collaboration: id, meeting: 1, day: '2026-04-07' })));
      await clock.runUntil(at('2026-04-01T12:00'));
      await clock.work({ name: 'ask for updates', collaboration: id, meeting: 1, day: '2026-04-07' });
      await clock.runUntil(at('2026-04-08T10:00'));
      assert.deepEqual(
        sent(...before)
          .map((line) => line.slice(12))
          .sort(),
        ['brief to Sample 1 leader 1', 'update request to Sample 1 leader 2'],
      );
    });

    it('a meeting that is moved is prepared for its new day, and one that is called off not at all', async () => {
      const moved = await prepare(opened());
      await moved.agree('One', moved.owner);
      moved.clock.moveTo(at('2026-03-30T10:00'));
      await moved.move('2026-04-14');
      await moved.clock.runUntil(at('2026-04-15T10:00'));
      assert.deepEqual(moved.sent(...before), [
        '04-10 08:00 update request to Sample 1 leader 2',
        '04-13 08:00 brief to Sample 1 leader 1',
      ]);
      const off = await prepare(opened());
      await off.agree('One', off.owner);
      await off.clock.use.changeMeeting.callOff(off.manager, 1, await off.version());
      await off.clock.runUntil(at('2026-04-08T10:00'));
      assert.deepEqual(off.sent(...before), []);
    });

    it('what waits for the old day is not said after a move, and what is late by then comes ten minutes after it', async () => {
      const { clock, agree, owner, sent, move } = await prepare(opened());
      await agree('One', owner);
      // On the day of the request, before its hour, and once more to the day after tomorrow.
      clock.moveTo(at('2026-03-31T07:00'));
      await move('2026-04-14');
      await clock.runUntil(at('2026-03-31T10:00'));
      assert.deepEqual(sent(...before), []);
      await move('2026-04-01', '15:00');
      await clock.runUntil(at('2026-04-01T16:00'));
      assert.deepEqual(sent(...before), [
        '03-31 10:10 update request to Sample 1 leader 2',
        '03-31 10:10 brief to Sample 1 leader 1',
      ]);
    });

    it('a nudge that waits comes with the request: one message, never two', async () => {
      const { clock, agree, owner, sent, messageOf } = await prepare(opened());
      await agree('Asked', owner);
      // The heads-up of the second, three working days before, is on 31 March as well.
      await agree('Due', owner, '2026-04-08');
      await clock.runUntil(at('2026-04-01T10:00'));
      assert.deepEqual(sent('nudge', 'update request'), ['03-31 08:00 update request to Sample 1 leader 2']);
      assert.deepEqual(
        messageOf('update request')
          .facts.actions.map(({ text }) => text)
          .sort(),
        ['Asked', 'Due'],
      );
    });

    it('nobody is written to twice in 48 hours: who was nudged the day before is asked later, and not once it has begun', async () => {
      const { clock, agree, owner, sent } = await prepare(opened(), '2026-03-20');
      await agree('Asked', owner);
      // Nudged on 17 March; the request of the 18th waits until the 19th, the day before the meeting.
      await agree('Due', owner, '2026-03-20');
      await clock.runUntil(at('2026-03-19T12:00'));
      assert.deepEqual(sent('nudge', 'update request'), [
        '03-17 08:00 nudge to Sample 1 leader 2',
        '03-19 08:00 update request to Sample 1 leader 2',
      ]);
    });

    it('a line an owner says is in the history, and then they are not asked', async () => {
      const { clock, id, agree, owner, sent } = await prepare(opened());
      const { action } = await agree('One', owner);
      clock.moveTo(at('2026-03-30T12:00'));
      await clock.use.changeAction(owner, action.id, { is: 'on track', said: 'The first\nmeeting is booked' });
      await clock.use.changeAction(owner, action.id, { is: 'on track', said: 'The first meeting is booked' });
      const history = await clock.store.within(id, (unit) => unit.actions.history(action.id));
      assert.deepEqual(history.map(({ what, is }) => ({ what, said: is.said })).slice(1), [
        { what: 'on track', said: 'The first meeting is booked' },
      ]);
      await clock.runUntil(at('2026-04-02T12:00'));
      assert.deepEqual(sent('update request'), []);
    });

    it('the brief tells what moved since the last meeting, what is stuck and why, and who never comes as counts', async () => {
      const { clock, people, manager, owner, second, memberOf, agree, hold, messageOf } = await prepare(opened(), '2026-03-10');
      const present = people.slice(0, 4).map(memberOf);
      const done = await agree('Done', owner);
      const stuck = await agree('Stuck', second);
      const long = await agree('Long stuck', second);
      await clock.use.changeAction(second, long.action.id, { is: 'stuck', because: 'rule or law' });
      await clock.runUntil(at('2026-03-10T12:00'));
      await hold();
      await clock.use.takeAttendance(manager, 1, undefined, present);
      await clock.use.planMeeting(manager, { date: '2026-03-17', starts: '09:00' });
      await clock.runUntil(at('2026-03-17T12:00'));
      await hold(2);
      await clock.use.takeAttendance(manager, 2, undefined, present);
      clock.moveTo(at('2026-03-17T12:30'));
      await clock.use.changeAction(owner, done.action.id, { is: 'done' });
      clock.moveTo(at('2026-03-18T12:00'));
      await clock.use.changeAction(second, stuck.action.id, { is: 'stuck', because: 'no time' });
      await clock.use.planMeeting(manager, { date: '2026-04-14', starts: '09:00' });
      await clock.runUntil(at('2026-04-14T12:00'));
      const { facts } = messageOf('brief');
      assert.deepEqual(
        [facts.meeting.date, facts.last, facts.done.map(({ text }) => text), facts.newlyStuck.map(({ text }) => text)],
        ['2026-04-14', '2026-03-17', ['Done'], ['Stuck']],
      );
      assert.deepEqual([facts.stuck, facts.because], [2, { 'rule or law': 1, 'no time': 1 }]);
      assert.deepEqual(facts.absent, { meetings: 2, by: [{ organisation: 2, people: 2, of: 3 }] });
    });

    it('the brief waits for a survey that closes on its day, and tells what it found', async () => {
      const clock = clockwork(opened(), at('2026-05-04T10:00'));
      const { id, founder, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-06-15' });
      await clock.runUntil(at('2026-06-02T10:00'));
      for (const leader of leaders) await answerAll(clock, id, leader, 1, 2);
      await clock.runUntil(at('2026-06-15T12:00'));
      const briefs = clock.posts.filter(({ message }) => message.kind === 'brief');
      assert.deepEqual(
        briefs.map((brief) => clockOf(brief.at)),
        ['06-12 15:15'],
      );
      const { message } = briefs[0] ?? assert.fail();
      assert.ok(message.kind === 'brief' && message.facts.focus.length > 0);
      assert.equal((await clock.use.readMeetings({ ...founder, collaboration: id })).meetings[0]?.round, 1);
    });

    it('nothing goes out while all messages are stopped, and a brief is not sent once its meeting has begun', async () => {
      const { clock, manager, agree, owner, sent } = await prepare(opened());
      await agree('One', owner);
      await clock.use.sending.stop(manager);
      await clock.runUntil(at('2026-04-07T09:30'));
      await clock.use.sending.start(manager);
      await clock.runUntil(at('2026-04-07T12:00'));
      assert.deepEqual(sent(...before), []);
    });
  });
});

describe('after a meeting', () => {
  onEveryEngine(wholeStore, (opened) => {
    /** On the day of the meeting, a Tuesday: decided, agreed, and the next one planned. */
    const meet = async (present?: 'taken') => {
      const sample = await prepare(opened(), '2026-03-10');
      const { clock, manager, people, memberOf, agree, agreeHere, owner } = sample;
      await clock.runUntil(at('2026-03-10T11:00'));
      await clock.use.decide.add(manager, 1, crypto.randomUUID(), 'We share one phone list');
      await agreeHere('Make the list', owner);
      await agree('Something else', owner);
      await clock.use.planMeeting(manager, { date: '2026-04-14', starts: '13:00' });
      if (present === 'taken')
        await clock.use.takeAttendance(manager, 1, undefined, people.filter((one) => one !== sample.absent).map(memberOf));
      return sample;
    };

    it('its minutes and its check-out are in the channel at once, however often it is ended', async () => {
      const { clock, hold, sent, messageOf } = await meet('taken');
      await hold();
      await hold();
      await clock.runUntil(at('2026-03-10T12:00'));
      assert.deepEqual(sent('minutes', 'check-out').sort(), [
        '03-10 11:00 check-out to the channel',
        '03-10 11:00 minutes to the channel',
      ]);
      const { facts } = messageOf('minutes');
      assert.deepEqual(
        [facts.decisions, facts.agreed.map(({ text }) => text), facts.next],
        [['We share one phone list'], ['Make the list'], { date: '2026-04-14', starts: '13:00' }],
      );
      assert.deepEqual(facts.agreed[0]?.owners, [{ name: 'Sample 1 leader 2', organisation: 'Sample 1' }]);
    });

    it('who was absent is told the next morning, and nobody learns who else was', async () => {
      const { clock, absent, hold, sent, messageOf } = await meet('taken');
      await hold();
      await clock.runUntil(at('2026-03-13T12:00'));
      assert.deepEqual(sent('since last'), [`03-11 08:00 since last to ${absent.name}`]);
      assert.deepEqual(messageOf('since last').facts, messageOf('minutes').facts);
      assert.doesNotMatch(JSON.stringify(messageOf('minutes').facts), new RegExp(absent.name));
    });

    it('attendance that is corrected before the message leaves counts', async () => {
      const { clock, manager, people, absent, memberOf, hold, sent } = await meet('taken');
      await hold();
      const were = people.filter((one) => one !== absent).map(memberOf);
      await clock.use.takeAttendance(manager, 1, were, people.map(memberOf));
      await clock.runUntil(at('2026-03-13T12:00'));
      assert.deepEqual(sent('since last'), []);
    });

    it('where nobody said who was there, only those are told who joined since the meeting before', async () => {
      const { clock, id, manager, hold, sent } = await meet();
      await hold();
      await clock.runUntil(at('2026-03-16T12:00'));
      assert.deepEqual(sent('since last'), [], 'there was no meeting before');
      const fresh = clock.somebody('Sample newcomer');
      await join(clock, id, fresh, 2, 'leader');
      await clock.runUntil(at('2026-04-14T15:00'));
      await clock.use.decide.add(manager, 2, crypto.randomUUID(), 'We go on');
      await hold(2);
      await clock.runUntil(at('2026-04-17T12:00'));
      assert.deepEqual(sent('since last'), ['04-15 08:00 since last to somebody']);
    });

    it('one that is said to have been held days later has minutes, and no check-out', async () => {
      const { clock, hold, sent } = await meet('taken');
      clock.moveTo(at('2026-03-13T15:00'));
      await hold();
      await clock.runUntil(at('2026-03-17T12:00'));
      assert.deepEqual(
        sent('minutes', 'check-out', 'since last').map((line) => line.slice(0, 22)),
        ['03-13 15:00 minutes to', '03-16 08:00 since last'],
      );
    });

    it('minutes are for everybody in the channel, of a meeting that was held', async () => {
      const { clock, second, hold } = await meet('taken');
      await assert.rejects(clock.use.readMinutes(second, 1), /meeting not yet/);
      await assert.rejects(clock.use.readMinutes(second, 9), /no such meeting/);
      await hold();
      const { facts } = await clock.use.readMinutes(second, 1);
      assert.deepEqual(facts.decisions, ['We share one phone list']);
    });
  });
});
