import type { Kysely } from 'kysely';
import type { ConstructorOptions } from 'pg-boss';
import type { Log } from '../../ports/clock.ts';
import { openEmbedded } from './embedded.ts';
import type { Schema } from './schema.ts';
import { openServer } from './server.ts';

/** A migrated database. Whoever comes through `db` or the queue is app_tenant, unable to see what no collaboration was named for. */
export type Database = {
  readonly db: Kysely<Schema>;
  /** How pg-boss reaches the same database. */
  readonly queue: ConstructorOptions;
  readonly close: () => Promise<void>;
};

export type Place = {
  /** A PostgreSQL server, 15 or newer. Absent: embedded, in `folder`. */
  readonly databaseUrl?: string;
  readonly folder: string;
  readonly log: Log;
  /** Told what is happening when opening takes seconds. */
  readonly sayStep?: (step: string) => void;
};

export const openDatabase = (place: Place): Promise<Database> =>
  place.databaseUrl === undefined ? openEmbedded(place) : openServer(place.databaseUrl, place);
