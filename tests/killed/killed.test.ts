import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { calendar } from '../../bot/adapters/calendar.ts';
import { agreed } from '../../bot/domain/actions/agreeing.ts';
import { scratchDatabase } from '../bench/scratch-database.ts';
import { chance } from '../domain/scoring/rounds.ts';
import { masterKey, silentLog } from '../store-engines.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { sendDueNudges } from '../../bot/usecases/actions/send-due-nudges.ts';
import { bundled } from './bundle.ts';
import { countingStandIn } from './stand-in.ts';

const administrator = process.env['TEST_DATABASE_URL'];
const nudges = 500;
const kills = 200;
/** So many servers are at work at the same time; who is killed is replaced. */
const servers = 3;
/** One in so many is killed while it opens the store; the others after up to `mostMore` more nudges have arrived, and a little later. */
const killedOpening = 4;
const longestOpening = 300;
const mostMore = 4;
const longestAfter = 60;
const longestAnswer = 60;

/** Ten o'clock of the working day before this one: the queue goes by the clock of the database, and forgets what lay ready too long. */
const zone = 'Europe/Oslo';
const daysAgo = (days: number): string => calendar.plusDays(calendar.dateOf(new Date(), zone), -days);
const day = [1, 2, 3, 4, 5, 6, 7].map(daysAgo).find((date) => calendar.isWorkingDay(date, zone)) ?? daysAgo(1);
const instant = calendar.instantOf(day, '10:00', zone);

/** One collaboration in which each of so many people has one action that is due today, and a queue that knows. */
const prepare = async (databaseUrl: string) => {
  const opened = await openStore({ databaseUrl, folder: 'not used', log: silentLog, masterKey });
  const { store } = opened;
  const tenantId = '11111111-1111-4111-8111-111111111111';
  const somebody = (number: number) => ({
    ...{ tenantId, objectId: `22222222-2222-4222-8222-${String(number).padStart(12, '0')}`, teamsUserId: `29:${number}` },
    ...{ name: `Sample ${number}`, organisation: 1, role: 'leader' as const },
  });
  const id = await store.createCollaboration(
    {
      ...{ purpose: 'A sample', organisations: ['Sample 1', 'Sample 2'], language: 'en', zone: 'Europe/Oslo' },
      ...{ nextMeeting: '2099-01-12', homeTenant: tenantId, homeChannel: '19:sample@thread.tacv2' },
    },
    somebody(0),
  );
  assert.ok(id !== 'channel taken');
  await store.within(id, async (unit) => {
    const agreedOn = daysAgo(60);
    const long = calendar.instantOf(agreedOn, '10:00', zone);
    for (let number = 1; number <= nudges; number += 1) {
      const { id: member } = await unit.members.put(somebody(number));
      const wish = { text: 'A sample', kind: 'quick win', due: day, source: { from: 'by hand' } } as const;
      const owners = [{ organisation: 1, member }];
      const action = agreed(calendar, { ...wish, owners }, { now: long, today: agreedOn, by: member });
      assert.ok(typeof action !== 'string');
      await unit.actions.agree(action, `sample ${number}`, { what: 'agreed', at: long, was: {}, is: {} }, instant);
    }
  });
  // Claimed beforehand: that is one transaction for each hundred, longer than most of these servers live.
  const claim = sendDueNudges({ store, calendar, clock: () => instant });
  for (let hundred = 0; hundred < nudges / 100; hundred += 1) await claim(id);
  return { id, store, close: () => opened.close() };
};

describe('servers that are killed while they send', function () {
  if (administrator === undefined) {
    it.skip('set TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres, any PostgreSQL from 15 on, to run this too');
    return;
  }
  this.timeout(600_000);
  const cleanUp: (() => Promise<void> | void)[] = [];
  after(async () => {
    for (const clean of cleanUp.reverse()) await clean();
  });

  it(`${kills} times at random moments, with ${nudges} nudges due: nobody gets one twice, and none is missing without a row that says so`, async () => {
    const { between } = chance(20260310);
    const worker = await bundled('worker.ts');
    cleanUp.push(worker.remove);
    const database = await scratchDatabase(administrator);
    cleanUp.push(database.drop);
    const standIn = await countingStandIn(() => between(0, longestAnswer));
    cleanUp.push(standIn.stop);
    const { id, store, close } = await prepare(database.url);
    cleanUp.push(close);
    // One connection, on which those who ask at the same time wait for each other.
    const pool = new pg.Pool({ connectionString: database.url, max: 1 });
    cleanUp.push(() => pool.end());
    /**
     * What the queue does by itself when it has had no sign of life of a worker for half a minute; here also with workers that live, and
     * are at it still. Who was killed is not the job's fault: it is tried as often as ever.
     */
    const giveUpWorkers = () =>
      pool.query(`update pgboss.job set state = 'retry', start_after = now(), retry_count = 0 where state = 'active'`);
    const running = new Set<ChildProcess>();
    const start = () => {
      const arguments_ = [worker.file, database.url, standIn.url, instant.toISOString()];
      const child = spawn(process.execPath, arguments_, { stdio: ['pipe', 'pipe', 'inherit'] });
      running.add(child);
      const gone = once(child, 'exit').then(() => running.delete(child));
      return { child, gone, atWork: once(child.stdout, 'data'), begin: () => child.stdin.write('begin\n') };
    };
    cleanUp.push(() => {
      for (const child of running) child.kill('SIGKILL');
    });

    let killed = 0;
    const server = async (): Promise<void> => {
      let next = start();
      while (killed < kills) {
        killed += 1;
        const { child, gone, begin, atWork } = next;
        const opening = between(1, killedOpening) === 1;
        begin();
        // The next one loads meanwhile.
        next = start();
        if (!opening) {
          await atWork;
          await standIn.hasGot(standIn.got.size + between(0, mostMore - 1));
        }
        await pause(between(0, opening ? longestOpening : longestAfter));
        child.kill('SIGKILL');
        await gone;
        await giveUpWorkers();
      }
      next.child.kill('SIGKILL');
      await next.gone;
    };
    await Promise.all(Array.from({ length: servers }, server));
    const sentWhileKilled = standIn.got.size;
    start().begin();
    const listed = () => store.within(id, (unit) => unit.deliveries.listed({ only: 'all', most: nudges * 2 }));
    for (let looks = 0; looks < 600; looks += 1) {
      const rows = await listed();
      if (rows.length === nudges && rows.every(({ state }) => state !== 'queued' && state !== 'sending')) break;
      await pause(200);
    }
    const rows = await listed();
    const members = await store.within(id, (unit) => unit.members.all());
    const personOf = (member: number | undefined) => members.find((one) => one.id === member)?.teamsUserId ?? '';
    const count = (wanted: string): number => rows.filter(({ state }) => state === wanted).length;

    assert.deepEqual(
      [...standIn.got].filter(([, times]) => times > 1),
      [],
      'nobody got two',
    );
    assert.equal(new Set(rows.map(({ member }) => member)).size, nudges, 'everybody has a row');
    assert.equal(count('sent') + count('unknown') + count('failed'), nudges, 'that says what became of it');
    for (const { state, member } of rows)
      if (state === 'sent') assert.equal(standIn.got.get(personOf(member)), 1, 'what is said to be sent has arrived');
    // Else the kills met nothing that could have gone wrong.
    assert.ok(sentWhileKilled > nudges / 10, `${sentWhileKilled} sent while processes were killed`);
    assert.ok(count('unknown') > 0, 'some were cut off between sending and writing it down');
  });
});
