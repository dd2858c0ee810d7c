import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { fromPglite } from 'pg-boss';
import { bigintType, dateType, readBigint, readDate } from './column-types.ts';
import type { Log } from '../../ports/clock.ts';
import type { Database, Place } from './database.ts';
import { DurableFileSystem, keep, keepTree } from './durable-file-system.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** PGlite has neither autovacuum nor automatic checkpoints. */
const maintenancePause = 60 * 60 * 1000;

/**
 * PostgreSQL inside this process, in `folder`/db, made durable: PGlite as it comes loses acknowledged rows at a power cut and
 * is corrupted by a second process. One session serves everybody, so all of it goes through this one Kysely and pg-boss.
 */
export const openEmbedded = async ({ folder, log, sayStep }: Omit<Place, 'databaseUrl'>): Promise<Database> => {
  const cluster = join(resolve(folder), 'db');
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o700 });
  const lock = await lockFolder(cluster);
  try {
    if (!existsSync(cluster)) await create(cluster, log, sayStep);
    sayStep?.('Opening the database');
    const pglite = await start(cluster, log);
    try {
      await prepare(pglite);
    } catch (error) {
      await pglite.close();
      throw error;
    }
    const timer = setInterval(() => {
      maintain(pglite).catch((error: unknown) => {
        log.error({ message: messageOf(error) }, 'The hourly upkeep of the database failed');
      });
    }, maintenancePause).unref();
    return {
      db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) }),
      queue: { db: fromPglite(pglite), backend: 'pglite' },
      close: async () => {
        clearInterval(timer);
        await maintain(pglite);
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

/** Beside its place first: the database is there whole, or not at all, whenever the power goes. */
const create = async (cluster: string, log: Log, sayStep: Place['sayStep']): Promise<void> => {
  sayStep?.('Creating the database (once, a few seconds)');
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await start(draft, log);
  await pglite.close();
  keepTree(draft);
  renameSync(draft, cluster);
  keep(dirname(cluster));
};

/** As after a crash, everything that was acknowledged is there when the server is started again, once there is room. */
const endFor = (cluster: string, log: Log) => (): never => {
  log.error({ folder: cluster }, 'The disk of the embedded database is full. The server ends; make room and start it again');
  process.exit(1);
};

const start = async (cluster: string, log: Log): Promise<PGlite> => {
  const files = new DurableFileSystem(cluster, endFor(cluster, log));
  const pglite = await PGlite.create({ fs: files, startParams, parsers: { [bigintType]: readBigint, [dateType]: readDate } });
  const before = files.fsyncs;
  await pglite.query("select pg_logical_emit_message(true, 'start', 'is a commit written to the disk?')");
  if (files.fsyncs === before) {
    await pglite.close();
    throw new Error(
      'the embedded database does not write its commits to the disk; is the version of PGlite another than pinned?',
    );
  }
  return pglite;
};

const startParams = [
  // -F is PostgreSQL for "do not fsync".
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...[
    'fsync=on',
    'wal_sync_method=fsync',
    'shared_buffers=32MB',
    'max_wal_size=128MB',
    'min_wal_size=32MB',
    // There is one session. What does not fit goes to temporary files, which cost several times as much here as on a server.
    'work_mem=64MB',
  ].flatMap((setting) => ['-c', setting]),
];

/** The session starts as superuser, whom row-level security does not bind; from here on it is app_tenant, who may also keep house. */
const prepare = async (pglite: PGlite): Promise<void> => {
  await pglite.transaction((trx) =>
    migrate({
      run: async (statements) => {
        await trx.exec(statements);
      },
      rows: async (statement, parameters) => (await trx.query<object>(statement, [...parameters])).rows,
    }),
  );
  await pglite.exec('grant pg_maintain, pg_checkpoint to app_tenant');
  await pglite.exec('set role app_tenant');
};

const maintain = async (pglite: PGlite): Promise<void> => {
  await pglite.exec('vacuum analyze');
  await pglite.exec('checkpoint');
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
