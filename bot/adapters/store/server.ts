import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { bigintType, dateType, readBigint, readDate } from './column-types.ts';
import type { Database, Place } from './database.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/**
 * A PostgreSQL server. The login must own the database (it creates tables and the schema of the queue), and have CREATEROLE or
 * be given app_tenant beforehand (see migrate.ts). It migrates as itself; every other connection is app_tenant from its start.
 * No pooler between that hands out a connection per transaction: the role is the connection's.
 */
export const openServer = async (url: string, { log, sayStep }: Omit<Place, 'folder'>): Promise<Database> => {
  sayStep?.('Connecting to the database server');
  await migrateServer(url);
  const asTenant = withRole(url);
  const pool = new pg.Pool({ connectionString: asTenant, max: 10, connectionTimeoutMillis: 10_000, types });
  pool.on('error', (error) => {
    log.warn({ message: error.message }, 'An idle connection to the database was lost');
  });
  // One that is at work says so itself, and to nobody else: unheard it would end the process. What waits for it is told anyway.
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      log.warn({ message: error.message }, 'A connection to the database was lost at work');
    });
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    queue: { connectionString: asTenant, max: 4, application_name: 'common-ground-jobs' },
    close: () => db.destroy(),
  };
};

const rightsNeeded =
  'the login of DATABASE_URL must own its database, and either have CREATEROLE or be given the role once by an administrator: ' +
  'create role app_tenant nologin; grant app_tenant to <login>';

const migrateServer = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('begin');
    await migrate({
      run: async (statements) => {
        await client.query(statements);
      },
      rows: async (statement, parameters) => (await client.query<object>(statement, [...parameters])).rows,
    });
    await client.query('commit');
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501')
      throw new Error(`${error.message}; ${rightsNeeded}`, { cause: error });
    throw error;
  } finally {
    await client.end();
  }
};

/** The same address, whose connections are app_tenant before their first statement. */
const withRole = (url: string): string => {
  const address = new URL(url);
  const options = address.searchParams.get('options');
  address.searchParams.set('options', `${options ?? ''} -c role=app_tenant`.trim());
  return address.href;
};

const types = new pg.TypeOverrides();
types.setTypeParser(bigintType, readBigint);
types.setTypeParser(dateType, readDate);
