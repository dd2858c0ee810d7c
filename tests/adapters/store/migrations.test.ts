import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openDatabase, type Place } from '../../../bot/adapters/store/database.ts';
import { migrate } from '../../../bot/adapters/store/migrate.ts';
import { onEveryEngine, patience, silentLog } from '../../store-engines.ts';

const source = join(import.meta.dirname, '../../../bot/adapters/store/migrations');

describe('migrations', () => {
  let pglite: PGlite;
  let folder: string;
  before(async function () {
    this.timeout(patience);
    pglite = await PGlite.create();
    folder = mkdtempSync(join(tmpdir(), 'common-ground-migrations-'));
    cpSync(source, folder, { recursive: true });
  });
  after(async () => {
    await pglite.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (): Promise<readonly string[]> =>
    pglite.transaction((trx) =>
      migrate(
        {
          run: async (statements) => {
            await trx.exec(statements);
          },
          rows: async (statement, parameters) => (await trx.query<object>(statement, [...parameters])).rows,
        },
        folder,
      ),
    );

  it('are applied once, and a new one later', async () => {
    assert.deepEqual(await run(), readdirSync(source).sort());
    assert.deepEqual(await run(), []);
    writeFileSync(join(folder, '9998-sample.sql'), 'create table sample (id int);');
    assert.deepEqual(await run(), ['9998-sample.sql']);
  });

  it('that fail leave nothing behind', async () => {
    writeFileSync(join(folder, '9999-sample.sql'), 'create table half (id int); create table sample (id int);');
    await assert.rejects(run(), /already exists/);
    rmSync(join(folder, '9999-sample.sql'));
    assert.deepEqual((await pglite.query<object>("select to_regclass('half') as half")).rows, [{ half: null }]);
  });

  it('that were changed after they were applied are refused by name', async () => {
    writeFileSync(join(folder, '9998-sample.sql'), 'create table sample (id bigint);');
    await assert.rejects(run(), /migration 9998-sample\.sql has been changed/);
  });

  it('of a newer version of the app are refused by an older one', async () => {
    rmSync(join(folder, '9998-sample.sql'));
    await assert.rejects(run(), /9998-sample\.sql, which this version of the app does not know/);
  });

  it('cannot be undone by hand in the audit log, not even by the owner of the table', async () => {
    await assert.rejects(pglite.query("update audit set what = 'changed'"), /can only be added to/);
    await assert.rejects(pglite.query('delete from audit'), /can only be added to/);
    await assert.rejects(pglite.query('truncate audit'), /can only be added to/);
  });

  const administrator = process.env.TEST_DATABASE_URL;
  (administrator ? it : it.skip)(
    'run once when two servers start together, in one database or in two (server only)',
    async function () {
      this.timeout(patience);
      const client = new pg.Client({ connectionString: administrator });
      await client.connect();
      const names = [1, 2].map((number) => `common_ground_test_start_${process.pid}_${number}`);
      try {
        for (const name of names) await client.query(`create database ${name}`);
        const places = [...names, ...names].map((name): Place => {
          const url = new URL(administrator ?? '');
          url.pathname = name;
          return { databaseUrl: url.href, folder: 'not used', log: silentLog };
        });
        const opened = await Promise.all(places.map((place) => openDatabase(place)));
        for (const { db, close } of opened) {
          await db.selectFrom('welcomes').selectAll().execute();
          await close();
        }
      } finally {
        for (const name of names) await client.query(`drop database ${name} with (force)`);
        await client.end();
      }
    },
  );
});

describe('a database that is there is opened again', () => {
  onEveryEngine(
    async (place) => {
      await (await openDatabase(place)).close();
      return await openDatabase(place);
    },
    (opened) => {
      it('without migrating again', async () => {
        assert.deepEqual(await opened().db.selectFrom('welcomes').selectAll().execute(), []);
      });
    },
  );
});
