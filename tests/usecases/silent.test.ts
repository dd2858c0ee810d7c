import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { onEveryEngine, wholeStore } from '../store-engines.ts';
import { clockwork, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();
const area = { meeting: 1, area: 1 };

/** On the day of a meeting with one focus area: six leaders of two organisations, of whom the first leads it. */
const prepare = async (opened: OpenStore) => {
  const clock = clockwork(opened, at('2026-04-01T09:00'));
  const { id, leaders } = await sampleOf(clock, [3, 3], { nextMeeting: '2026-04-07' });
  clock.moveTo(at('2026-04-07T09:00'));
  const people = leaders.map((leader) => ({ ...leader, collaboration: id }));
  const [manager, member] = people;
  assert.ok(manager && member);
  await clock.use.changeAgenda(manager, 1, { is: 'own', text: 'Night shifts' }, 0);
  const stranger = { ...clock.somebody('Sample guest'), collaboration: id };
  const write = async (place: number, text: string) => {
    const who = people[place];
    assert.ok(who);
    await clock.use.writeSilent.put(who, area, text);
  };
  const writeAll = async (count: number) => {
    for (let place = 0; place < count; place += 1) await write(place, `Text ${place}`);
  };
  const attend = async (count: number) => {
    const members = (await clock.store.within(id, (unit) => unit.members.all())).slice(0, count);
    await clock.use.takeAttendance(
      manager,
      1,
      undefined,
      members.map((one) => one.id),
    );
  };
  const view = (who = member) => clock.use.readSilent(who, area);
  const shown = async () => {
    const found = await view();
    assert.ok(found.is === 'shown', found.is);
    return found.texts;
  };
  const open = () => clock.use.leadSilent.open(manager, area, 'help here');
  const leaveOut = () => clock.use.changeAgenda(manager, 1, { is: 'leave out', area: 1 }, 1);
  return { clock, id, people, manager, member, stranger, write, writeAll, attend, view, shown, open, leaveOut };
};

describe('each writes before anybody sees', function () {
  this.timeout(60_000);
  onEveryEngine(wholeStore, (opened) => {
    it('is opened once by who leads the meeting, on its day, about a focus area of it', async () => {
      const { clock, manager, member, view, open } = await prepare(opened());
      assert.equal((await view()).is, 'not open');
      await assert.rejects(clock.use.leadSilent.open(member, area, 'harder'), /only chairs/);
      await assert.rejects(clock.use.leadSilent.open(manager, { meeting: 1, area: 2 }, 'harder'), /no such focus area/);
      await assert.rejects(clock.use.leadSilent.open(manager, { meeting: 7, area: 1 }, 'harder'), /no such meeting/);
      clock.moveTo(at('2026-04-06T23:59'));
      await assert.rejects(open(), /meeting not yet/);
      clock.moveTo(at('2026-04-07T09:00'));
      await Promise.all([open(), open()]);
      await clock.use.leadSilent.open(manager, area, 'harder');
      const now = await view();
      assert.ok(now.is === 'writing');
      assert.deepEqual([now.writing.question, now.writing.k, now.mayWrite], ['help here', 5, true]);
    });

    it('shows nothing but the count, from k on, and one’s own text to oneself', async () => {
      const { people, write, view, writeAll, open } = await prepare(opened());
      await open();
      await writeAll(4);
      await write(1, 'Another\n\n  text');
      const few = await view();
      assert.ok(few.is === 'writing');
      assert.deepEqual([few.written, few.own], [undefined, 'Another\ntext']);
      await write(4, 'Text 4');
      const enough = await view(people[5]);
      assert.ok(enough.is === 'writing');
      assert.deepEqual([enough.written, enough.own], [5, undefined]);
      assert.ok(!JSON.stringify(enough).includes('Text'));
    });

    it('is for people of the roster, and refuses what is empty, too long or looks like patient data', async () => {
      const { clock, stranger, write, view, open } = await prepare(opened());
      await open();
      await assert.rejects(clock.use.writeSilent.put(stranger, area, 'Text'), /organisation not said/);
      const seen = await view(stranger);
      assert.ok(seen.is === 'writing' && !seen.mayWrite);
      await assert.rejects(write(1, ' \n '), /silent text empty/);
      await assert.rejects(write(1, 'x'.repeat(281)), /silent text too long/);
      await assert.rejects(write(1, 'Ask 999 000 0018'), /looks like patient data/);
      const mine = await view();
      assert.ok(mine.is === 'writing' && mine.own === undefined);
    });

    it('can be changed and taken back until all are shown, and not after', async () => {
      const { clock, manager, member, write, writeAll, view, shown, open } = await prepare(opened());
      await open();
      await writeAll(6);
      await clock.use.writeSilent.takeBack(member, area);
      await clock.use.writeSilent.takeBack(member, area);
      const mine = await view();
      assert.ok(mine.is === 'writing' && mine.written === 5 && mine.own === undefined);
      await assert.rejects(clock.use.leadSilent.show(member, area, false), /only chairs/);
      await clock.use.leadSilent.show(manager, area, false);
      await clock.use.leadSilent.show(manager, area, false);
      assert.deepEqual([...(await shown())].sort(), ['Text 0', 'Text 2', 'Text 3', 'Text 4', 'Text 5']);
      await assert.rejects(write(1, 'Late'), /silent texts shown/);
      await assert.rejects(clock.use.writeSilent.takeBack(member, area), /silent texts shown/);
    });

    it('shows none of fewer than k, and only where who ends it knew: a text taken back meanwhile hides no others', async () => {
      const { clock, manager, writeAll, view, shown, open } = await prepare(opened());
      await open();
      await writeAll(4);
      await assert.rejects(clock.use.leadSilent.show(manager, area, false), /changed meanwhile/);
      assert.equal((await view()).is, 'writing');
      await clock.use.leadSilent.show(manager, area, true);
      assert.deepEqual(await shown(), []);
    });

    it('appears by itself with the text of the last who is here, and never with fewer than k', async () => {
      const { attend, writeAll, write, view, shown, open } = await prepare(opened());
      await attend(5);
      await open();
      await writeAll(4);
      assert.equal((await view()).is, 'writing');
      await write(3, 'Text 3');
      assert.equal((await view()).is, 'writing', 'the same person twice is one');
      await write(4, 'Text 4');
      assert.equal((await shown()).length, 5);
      const small = await prepare(opened());
      await small.attend(3);
      await small.open();
      await small.writeAll(4);
      assert.equal((await small.view()).is, 'writing');
    });

    it('appears when the last two write at the same moment', async () => {
      const { attend, write, writeAll, shown, open } = await prepare(opened());
      await attend(6);
      await open();
      await writeAll(4);
      await Promise.all([write(4, 'Text 4'), write(5, 'Text 5')]);
      assert.equal((await shown()).length, 6);
    });

    it('has a text that comes at the moment all are shown either among them or refused', async () => {
      const { clock, manager, write, writeAll, shown, open } = await prepare(opened());
      await open();
      await writeAll(5);
      const [put] = await Promise.allSettled([write(5, 'At that moment'), clock.use.leadSilent.show(manager, area, false)]);
      const texts = await shown();
      assert.equal(texts.includes('At that moment'), put.status === 'fulfilled');
      assert.equal(texts.length, put.status === 'fulfilled' ? 6 : 5);
    });

    it('lets nobody tell afterwards who wrote what: not the store, not one’s own data, not the log', async () => {
      const { clock, id, member, manager, writeAll, shown, open } = await prepare(opened());
      const mine = async () => (await clock.use.exportMyData(id, member.person)).silentTexts;
      await open();
      await writeAll(6);
      assert.deepEqual(await mine(), [{ meeting: 1, area: 1, text: 'Text 1' }]);
      await clock.use.leadSilent.show(manager, area, false);
      assert.deepEqual(await mine(), []);
      await clock.use.eraseAnswers(member);
      assert.equal((await shown()).length, 6, 'nobody can tell which of them to erase');
      assert.ok(!JSON.stringify(clock.notes).includes('Text'));
      const left = await clock.store.within(id, (unit) => unit.silent.written(area));
      assert.equal(left, 0);
    });

    it('is erased at wish while people are writing', async () => {
      const { clock, member, manager, writeAll, view, shown, open } = await prepare(opened());
      await open();
      await writeAll(6);
      await clock.use.eraseAnswers(member);
      const mine = await view();
      assert.ok(mine.is === 'writing' && mine.own === undefined && mine.written === 5);
      await clock.use.leadSilent.show(manager, area, false);
      assert.ok(!(await shown()).includes('Text 1'));
    });

    it('is shown by the same rule when its meeting ends, and stays to be read', async () => {
      const { clock, manager, write, writeAll, shown, view, open } = await prepare(opened());
      await open();
      await writeAll(5);
      await clock.use.endMeeting(manager, 1);
      await clock.use.endMeeting(manager, 1);
      assert.equal((await shown()).length, 5);
      await assert.rejects(write(5, 'Late'), /silent texts shown/);
      const agenda = await clock.use.readAgenda(manager, 1);
      assert.deepEqual(
        agenda.silent.map((one) => [one.area, one.shown?.length]),
        [[1, 5]],
      );
      const other = await prepare(opened());
      await other.open();
      await other.writeAll(4);
      await other.clock.use.endMeeting(other.manager, 1);
      assert.deepEqual(await other.shown(), []);
      await assert.rejects(other.clock.use.leadSilent.open(other.manager, { meeting: 1, area: 1 }, 'harder'), /meeting over/);
      assert.equal((await view()).is, 'shown');
    });

    it('keeps its focus area in the meeting while people write, goes with it later, and with a meeting that is called off', async () => {
      const { clock, id, manager, writeAll, open, leaveOut } = await prepare(opened());
      await open();
      await writeAll(5);
      await assert.rejects(leaveOut(), /people are writing/);
      await clock.use.leadSilent.show(manager, area, false);
      await leaveOut();
      const find = () => clock.store.within(id, (unit) => unit.silent.find(area));
      assert.equal(await find(), undefined);
      const other = await prepare(opened());
      await other.open();
      await other.writeAll(5);
      await other.clock.use.changeMeeting.callOff(other.manager, 1, 1);
      assert.equal(await other.clock.store.within(other.id, (unit) => unit.silent.find(area)), undefined);
    });

    it('lets each organisation that is here speak once before any speaks twice', async () => {
      const { clock, manager, attend, writeAll, view, open } = await prepare(opened());
      await open();
      await writeAll(5);
      await clock.use.leadSilent.show(manager, area, false);
      const before = await view();
      assert.ok(before.is === 'shown');
      assert.deepEqual(
        before.turns.map((turn) => [...turn].sort()),
        [[1, 2]],
      );
      await attend(4);
      const now = await view();
      assert.ok(now.is === 'shown');
      assert.deepEqual(
        now.turns.map((turn) => [...turn].sort()),
        [[1, 2], [1], [1]],
      );
      assert.deepEqual(now.turns[0], before.turns[0]);
    });

    it('is forgotten after the time of retention', async () => {
      const { clock, manager, writeAll, view, open } = await prepare(opened());
      await open();
      await writeAll(5);
      await clock.use.leadSilent.show(manager, area, false);
      await clock.runUntil(at('2028-04-06T09:00'));
      assert.equal((await view()).is, 'shown');
      await clock.runUntil(at('2028-04-08T09:00'));
      assert.equal((await view()).is, 'not open');
    });
  });
});
