import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { openQueue } from '../../bot/adapters/jobs.ts';
import { openDatabase } from '../../bot/adapters/store/database.ts';
import type { Database, Place } from '../../bot/adapters/store/database.ts';
import type { OpenStore } from '../../bot/adapters/store/open.ts';
import type { Job } from '../../bot/ports/jobs.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { onEveryEngine, silentLog, wholeStore } from '../store-engines.ts';
import { newCollaboration } from './store/samples.ts';

/** Jobs as they are handled, and a way to wait for those of one collaboration. */
const listener = (): {
  handle: (job: Job) => Promise<void>;
  of(id: CollaborationId, count: number): Promise<readonly Job[]>;
  failNext(id: string): void;
} => {
  const handled: Job[] = [];
  const failing = new Set<string>();
  let waiting: (() => void)[] = [];
  return {
    handle: (job) => {
      if (failing.delete(job.collaboration)) return Promise.reject(new Error('sample failure'));
      handled.push(job);
      for (const wake of waiting.splice(0)) wake();
      return Promise.resolve();
    },
    of: async (id, count) => {
      for (;;) {
        const own = handled.filter(({ collaboration }) => collaboration === id);
        if (own.length >= count) return own;
        await new Promise<void>((resolve) => (waiting = [...waiting, resolve]));
      }
    },
    failNext: (id) => failing.add(id),
  };
};

describe('jobs', function () {
  this.timeout(30_000);
  const open = async (place: Place): Promise<OpenStore & { oneConnection: boolean }> => ({
    ...(await wholeStore(place)),
    oneConnection: place.databaseUrl === undefined,
  });
  onEveryEngine(open, (opened) => {
    const listening = listener();
    let early: CollaborationId;
    before(async () => {
      const { store, jobs } = opened();
      early = await newCollaboration(store);
      await store.within(early, async (unit) => {
        await unit.enqueue({ name: 'deliver', collaboration: early, delivery: 1 });
        await unit.enqueue({ name: 'refresh survey card', collaboration: early, round: 1 }, { onceWithinSeconds: 1 });
      });
      await jobs.start(listening.handle);
    });

    it('every job comes out of the queue as it was put in', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      const collaboration: string = id;
      const each: { readonly [Name in Job['name']]: Job & { readonly name: Name } } = {
        deliver: { name: 'deliver', collaboration, delivery: 1 },
        'refresh survey card': { name: 'refresh survey card', collaboration, round: 1 },
        remind: { name: 'remind', collaboration, round: 1, day: '2026-03-10' },
        nudge: { name: 'nudge', collaboration },
        digest: { name: 'digest', collaboration },
        'open survey': { name: 'open survey', collaboration, meeting: 1, version: 2 },
        'plan meetings': { name: 'plan meetings', collaboration },
        'ask for updates': { name: 'ask for updates', collaboration, meeting: 1, day: '2026-03-10' },
        brief: { name: 'brief', collaboration, meeting: 1, day: '2026-03-10' },
        'tell since': { name: 'tell since', collaboration, meeting: 1 },
        'close round': { name: 'close round', collaboration, round: 1 },
        'close copies': { name: 'close copies', collaboration, round: 1, last: 0 },
        'forget answers': { name: 'forget answers', collaboration, round: 1 },
        'forget order': { name: 'forget order', collaboration, round: 1 },
        'leave channel': { name: 'leave channel', collaboration, channel: '19:sample@thread.tacv2' },
        'forget silent texts': { name: 'forget silent texts', collaboration, meeting: 1, area: 2 },
        'close check-out': { name: 'close check-out', collaboration, meeting: 1 },
        'show check-out': { name: 'show check-out', collaboration, meeting: 1 },
      };
      const jobs = Object.values(each);
      await store.within(id, async (unit) => {
        for (const job of jobs) await unit.enqueue(job);
      });
      const byName = (all: readonly Job[]): Job[] => [...all].sort((one, other) => one.name.localeCompare(other.name));
      assert.deepEqual(byName(await listening.of(id, jobs.length)), byName(jobs));
    });

    it('what was put in before the work starts is handled then', async () => {
      assert.equal((await listening.of(early, 2)).length, 2);
    });

    it('a job is handled as it was put in', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      const jobs: readonly Job[] = [
        { name: 'deliver', collaboration: id, delivery: 1 },
        { name: 'refresh survey card', collaboration: id, round: 1 },
        { name: 'remind', collaboration: id, round: 1, day: '2025-03-03' },
        { name: 'nudge', collaboration: id },
        { name: 'close round', collaboration: id, round: 1 },
        { name: 'forget answers', collaboration: id, round: 1 },
        { name: 'forget order', collaboration: id, round: 1 },
      ];
      await store.within(id, async (unit) => {
        for (const job of jobs) await unit.enqueue(job);
      });
      const byName = (a: Job, b: Job): number => a.name.localeCompare(b.name);
      assert.deepEqual([...(await listening.of(id, jobs.length))].sort(byName), [...jobs].sort(byName));
    });

    it('a unit of work that is undone leaves no job', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      await assert.rejects(
        store.within(id, async (unit) => {
          await unit.enqueue({ name: 'deliver', collaboration: id, delivery: 1 });
          throw new Error('sample failure');
        }),
      );
      await store.within(id, (unit) => unit.enqueue({ name: 'deliver', collaboration: id, delivery: 2 }));
      assert.deepEqual(await listening.of(id, 1), [{ name: 'deliver', collaboration: id, delivery: 2 }]);
    });

    it('a job waits for its time', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      await store.within(id, async (unit) => {
        await unit.enqueue({ name: 'deliver', collaboration: id, delivery: 1 }, { after: new Date('2999-01-01T00:00:00Z') });
        await unit.enqueue({ name: 'deliver', collaboration: id, delivery: 2 }, { after: new Date('2001-01-01T00:00:00Z') });
        await unit.enqueue({ name: 'deliver', collaboration: id, delivery: 3 });
      });
      assert.deepEqual((await listening.of(id, 2)).map((job) => 'delivery' in job && job.delivery).sort(), [2, 3]);
    });

    it('the nudges of a collaboration wait as one job, at the time that was asked for last', async () => {
      const { store } = opened();
      const [id, other] = [await newCollaboration(store), await newCollaboration(store)];
      const ask = (collaboration: typeof id, after: string): Promise<void> =>
        store.within(collaboration, (unit) => unit.enqueue({ name: 'nudge', collaboration }, { after: new Date(after) }));
      await ask(other, '2999-01-01T00:00:00Z');
      await ask(id, '2999-01-01T00:00:00Z');
      await ask(id, '2001-01-01T00:00:00Z');
      assert.deepEqual(await listening.of(id, 1), [{ name: 'nudge', collaboration: id }]);
      await store.within(id, (unit) => unit.enqueue({ name: 'deliver', collaboration: id, delivery: 1 }));
      assert.equal((await listening.of(id, 2)).length, 2, 'and no other came');
    });

    it('a job that fails is tried again', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      listening.failNext(id);
      await store.within(id, (unit) => unit.enqueue({ name: 'deliver', collaboration: id, delivery: 1 }));
      assert.equal((await listening.of(id, 1)).length, 1);
    });

    it('asked for many times within its window, also at once, the card is refreshed once; asked again later, once more', async () => {
      const { store } = opened();
      const id = await newCollaboration(store);
      const ask = (round: number): Promise<void> =>
        store.within(id, (unit) =>
          unit.enqueue({ name: 'refresh survey card', collaboration: id, round }, { onceWithinSeconds: 1 }),
        );
      await Promise.all(Array.from({ length: 10 }, () => ask(1)));
      await ask(2);
      assert.deepEqual((await listening.of(id, 2)).map((job) => 'round' in job && job.round).sort(), [1, 2]);
      await ask(1);
      assert.deepEqual((await listening.of(id, 3)).map((job) => 'round' in job && job.round).sort(), [1, 1, 2]);
    });

    it('the last request is never lost: a refresh begins only when what asked for it can be seen', async function () {
      const { store, oneConnection } = opened();
      // With one connection nothing can begin while a unit is at work.
      if (oneConnection) this.skip();
      const [id, other] = [await newCollaboration(store), await newCollaboration(store)];
      const ask = (collaboration: CollaborationId, until: Promise<void> = Promise.resolve()): Promise<void> =>
        store.within(collaboration, async (unit) => {
          await unit.enqueue({ name: 'refresh survey card', collaboration, round: 1 }, { onceWithinSeconds: 1 });
          await until;
        });
      await ask(id);
      let release = (): void => undefined;
      const asking = ask(id, new Promise((resolve) => (release = resolve)));
      await store.ping();
      // Asked for later, and done: so the time of the other has come.
      await ask(other);
      await listening.of(other, 1);
      assert.equal((await listening.of(id, 0)).length, 0);
      release();
      await asking;
      assert.equal((await listening.of(id, 1)).length, 1);
    });
  });
});

describe('a job that lies years ahead', () => {
  onEveryEngine<Database>(openDatabase, (opened) => {
    it('waits for its time, and for ten years after it while nobody works; of a round only one waits', async () => {
      const { db, queue: way } = opened();
      const queue = await openQueue(way, silentLog);
      const job: Job = { name: 'forget answers', collaboration: '00000000-0000-4000-8000-000000000001', round: 1 };
      for (const after of [new Date('2036-11-24T14:00:00Z'), new Date('2035-11-24T14:00:00Z')])
        await db.transaction().execute((trx) => queue.enqueue(trx, job, { after }));
      const { rows } = await sql<{ start: Date; years: number }>`
        select start_after as start, extract(epoch from keep_until - start_after)::float8 / 31536000 as years
        from pgboss.job where name = 'forget-answers'`.execute(db);
      await queue.stop();
      assert.deepEqual(rows, [{ start: new Date('2035-11-24T14:00:00Z'), years: 10 }]);
    });

    it('and so does a close; what goes through all answers of a round has a day, and is not begun again while it is at work', async () => {
      const { db, queue: way } = opened();
      const queue = await openQueue(way, silentLog);
      const round = { collaboration: '00000000-0000-4000-8000-000000000002', round: 1 };
      const after = new Date('2036-11-24T14:00:00Z');
      await db.transaction().execute(async (trx) => {
        for (const name of ['close round', 'forget order', 'forget answers'] as const)
          await queue.enqueue(trx, { name, ...round }, { after });
      });
      const { rows } = await sql<{ name: string; years: number; hours: number; heartbeat: number; retries: number }>`
        select name, extract(epoch from keep_until - start_after)::float8 / 31536000 as years, expire_seconds / 3600 as hours,
          heartbeat_seconds as heartbeat, retry_limit as retries
        from pgboss.job where data->>'collaboration' = ${round.collaboration} order by name`.execute(db);
      await queue.stop();
      const expected = { years: 10, hours: 24, heartbeat: 600, retries: 400 };
      assert.deepEqual(
        rows,
        ['close-round', 'forget-answers', 'forget-order'].map((name) => ({ name, ...expected })),
      );
    });
  });
});
