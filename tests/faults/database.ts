import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { silentLog } from '../store-engines.ts';
import { lockFolder } from '../../bot/adapters/store/folder-lock.ts';
import type { Bed } from './bed.ts';

type Rows = (statement: string) => Promise<readonly Record<string, unknown>[]>;

/** Works on the database of a bed as its owner, whom row-level security does not bind. The embedded one belongs to one process at a time. */
export const asOwner = async <T>({ place }: Pick<Bed, 'place'>, work: (rows: Rows) => Promise<T>): Promise<T> => {
  if (place.databaseUrl === undefined) {
    const cluster = join(place.folder, 'db');
    const lock = await lockFolder(cluster);
    const lite = await PGlite.create(cluster);
    try {
      return await work(async (statement) => (await lite.query<Record<string, unknown>>(statement)).rows);
    } finally {
      await lite.close();
      await lock.release();
    }
  }
  const client = new pg.Client({ connectionString: place.databaseUrl });
  client.on('error', (fault) => {
    silentLog.warn({ message: fault.message }, 'gone');
  });
  await client.connect();
  try {
    return await work(async (statement) => (await client.query<Record<string, unknown>>(statement)).rows);
  } finally {
    await client.end();
  }
};

/**
 * What the queue does by itself once it has had no sign of life of a worker for half a minute, and here at once. Who was killed is not the
 * job's fault: it is tried as often as ever.
 */
export const giveUpWorkers = `update pgboss.job set state = 'retry', start_after = now(), retry_count = 0 where state = 'active'`;
