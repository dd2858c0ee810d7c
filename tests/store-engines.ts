import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Place } from '../bot/adapters/store/database.ts';
import { openStore, type OpenStore } from '../bot/adapters/store/open.ts';
import type { Log } from '../bot/ports/clock.ts';

const quiet = (): void => undefined;
export const silentLog: Log = { info: quiet, warn: quiet, error: quiet };

/** Opening a new database takes seconds; more on a busy machine. */
export const patience = 60_000;

type Prepared = { readonly place: Place; remove(): Promise<void> };

/**
 * Runs the rules on the embedded database, and on a server where TEST_DATABASE_URL names one (as a superuser: each run makes a
 * database and an ordinary login of its own there, and removes both). `open` gets an empty, or just migrated, database.
 */
export const onEveryEngine = <Opened extends { close(): Promise<void> }>(
  open: (place: Place) => Promise<Opened>,
  rules: (opened: () => Opened) => void,
): void => {
  const administrator = process.env.TEST_DATABASE_URL;
  describe('on the embedded database', () => {
    runOn(prepareEmbedded, open, rules);
  });
  describe('on a server', () => {
    if (administrator) runOn(() => prepareServer(administrator), open, rules);
    else
      it.skip('set TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres, any PostgreSQL from 15 on, to run these too');
  });
};

const runOn = <Opened extends { close(): Promise<void> }>(
  prepare: () => Promise<Prepared>,
  open: (place: Place) => Promise<Opened>,
  rules: (opened: () => Opened) => void,
): void => {
  let prepared: Prepared | undefined;
  let opened: Opened | undefined;
  before(async function () {
    this.timeout(patience);
    prepared = await prepare();
    opened = await open(prepared.place);
  });
  after(async function () {
    this.timeout(patience);
    await opened?.close();
    await prepared?.remove();
  });
  rules(() => {
    if (!opened) throw new Error('the database is not open');
    return opened;
  });
};

export const masterKey = Buffer.alloc(32, 'sample');

/** A whole store: `store`, `jobs`, `pseudonyms`, `installations`. */
export const wholeStore = (place: Place): Promise<OpenStore> => openStore({ ...place, masterKey });

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'common-ground-'));

let template: string | undefined;

/** A folder with an empty, migrated database. Creating one takes seconds: the first is copied for the others of this process. */
export const copiedFolder = async (): Promise<string> => {
  if (!template) {
    const made = newFolder();
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    await (await openDatabase({ folder: made, log: silentLog })).close();
    template = made;
  }
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
};

const prepareEmbedded = async (): Promise<Prepared> => {
  const folder = await copiedFolder();
  return {
    place: { folder, log: silentLog },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
};

/** The login owns its database and may make roles, no more: what an operator is asked for. */
const prepareServer = async (administrator: string): Promise<Prepared> => {
  const name = `common_ground_test_${randomBytes(6).toString('hex')}`;
  await administer(
    administrator,
    `create role ${name} login createrole password '${name}'`,
    `create database ${name} owner ${name}`,
  );
  const url = new URL(administrator);
  url.pathname = name;
  url.username = name;
  url.password = name;
  return {
    place: { databaseUrl: url.href, folder: 'not used', log: silentLog },
    // The role app_tenant stays: other databases of this server may use it.
    remove: () => administer(administrator, `drop database ${name} with (force)`, `drop role ${name}`),
  };
};

const administer = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};
