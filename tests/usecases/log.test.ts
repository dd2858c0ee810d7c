import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import { logKinds } from '../../bot/contracts/log-kinds.ts';
import { listedNotes, noteGroups } from '../../bot/domain/audit.ts';
import { wishFor } from '../builders.ts';
import { onEveryEngine, patience, wholeStore } from '../store-engines.ts';
import { answerAll, clockwork, leaveSurveyOut, sampleOf } from './clockwork.ts';

const at = (text: string): Date => DateTime.fromISO(text, { zone: 'Europe/Oslo' }).toJSDate();

/** Six leaders; the first is the integration manager. Round 1 is open, and reminders have gone out. */
const prepare = async (opened: OpenStore) => {
  const clock = clockwork(opened, at('2026-11-23T10:00'));
  const sample = await sampleOf(clock, [3, 3], { nextMeeting: '2026-12-14' });
  await leaveSurveyOut(clock, sample);
  const { id, founder, leaders } = sample;
  const [manager, member] = [founder, leaders[3] ?? founder].map((caller) => ({ ...caller, collaboration: id }));
  assert.ok(manager && member);
  const read = (only: Parameters<typeof clock.use.readLog>[1] = 'all', before?: number) =>
    clock.use.readLog(manager, only, before);
  return { clock, id, leaders, manager, member, read };
};

describe('the log', function () {
  this.timeout(patience);
  it('lists every kind of entry but what people did with their own data, each in one group', () => {
    const listed = listedNotes('all');
    assert.deepEqual(noteGroups.flatMap(listedNotes).sort(), [...listed].sort());
    assert.deepEqual([...logKinds].sort(), [...listed].sort());
    const all: readonly string[] = listed;
    for (const own of ['own answers erased', 'own data exported']) assert.ok(!all.includes(own));
  });

  onEveryEngine(wholeStore, (opened) => {
    it('is read by integration managers, newest first, a page at a time, and narrowed to a kind', async () => {
      const { clock, id, manager, member, read } = await prepare(opened());
      await assert.rejects(clock.use.readLog(member, 'all'), /only integration managers/);
      for (let read = 0; read < 60; read += 1) {
        clock.moveTo(new Date(clock.now().getTime() + 1_000));
        await clock.use.noteExport(id, manager.person, { kind: 'csv', page: 'actions' });
      }
      const first = await read();
      assert.deepEqual([first.rows.length, first.more], [50, true]);
      const ids = first.rows.map((row) => row.id);
      assert.deepEqual(
        ids,
        [...ids].sort((one, other) => other - one),
      );
      const second = await read('all', first.rows.at(-1)?.id);
      assert.equal(second.more, false);
      assert.equal(second.rows.at(-1)?.what, 'collaboration set up');
      const roster = await read('roster');
      assert.deepEqual([...new Set(roster.rows.map(({ what }) => what))], ['organisation chosen']);
      assert.deepEqual((await read('privacy')).rows, []);
    });

    it('names people as the roster knows them now, and whoever has left, or was never on it, by no name', async () => {
      const { clock, id, manager, member, read } = await prepare(opened());
      const stranger = clock.somebody('Sample stranger');
      await clock.use.noteExport(id, stranger.person, { kind: 'csv', page: 'actions' });
      const numbers = await clock.store.within(id, (unit) => unit.members.all());
      const number = numbers.find((one) => one.objectId === member.person.objectId)?.id ?? 0;
      const before = (await read('roster')).rows.map(({ by }) => by);
      assert.ok(before.some((by) => by.is === 'person' && by.name === 'Sample 2 leader 1'));
      await clock.use.correctRoster.remove(manager, number);
      const { rows } = await read();
      assert.deepEqual(
        [rows[0]?.what, rows[0]?.by, rows[0]?.about.whom],
        ['roster corrected', { is: 'person', name: 'Sample 1 leader 1' }, { is: 'left' }],
      );
      assert.deepEqual(rows[1]?.by, { is: 'stranger' });
      assert.ok(!JSON.stringify(rows).includes('Sample 2 leader 1'));
      assert.ok(!JSON.stringify(rows).includes(stranger.person.objectId));
    });

    it('is the same whoever answers, is reminded, erases or reads their own data', async () => {
      const logOf = async (deeds: boolean): Promise<string> => {
        const { clock, id, leaders, manager, member, read } = await prepare(opened());
        await clock.use.launchRound(manager, wishFor('2026-12-11'));
        if (deeds) {
          for (const leader of leaders.slice(0, 4)) await answerAll(clock, id, leader);
          await clock.use.eraseAnswers(member);
          await clock.use.exportMyData(id, member.person);
        }
        await clock.runUntil(at('2026-12-11T18:00'));
        const { rows } = await read();
        return JSON.stringify(rows.map(({ by, what, about, at: when }) => ({ by, what, about, when })));
      };
      assert.equal(await logOf(true), await logOf(false));
    });

    it('shows no text that somebody wrote', async () => {
      const { clock, manager, read } = await prepare(opened());
      const [purpose, text] = [randomUUID(), randomUUID()];
      const { version } = await clock.use.readSetUp({ ...manager, channel: clock.channel });
      const at1 = { ...manager, channel: clock.channel };
      await clock.use.changeSetUp.purpose(at1, version, { purpose, outcomes: [{ text }] });
      await clock.use.changeSetUp.purpose(at1, version + 1, { purpose: 'Another sample', outcomes: [] });
      await clock.use.writeAbout(manager, 1, 0, { does: text, doesNot: '', reach: '' });
      const shown = JSON.stringify((await read()).rows);
      assert.ok(!shown.includes(purpose) && !shown.includes(text));
      assert.match(shown, /who we are changed/);
    });
  });
});
