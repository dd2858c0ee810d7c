import pg from 'pg';
import { sampleFounder, seedSample } from '../../local/seed.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { startApp } from '../app.ts';
import { masterKey, silentLog } from '../store-engines.ts';
import { channel } from '../walk.ts';
import { median } from './load.ts';
import { manyActions } from './many-actions.ts';
import { scratchDatabase } from './scratch-database.ts';

const looks = 1_000;
const now = new Date();
const inAYear = new Date(now.getTime() + 365 * 86_400_000).toISOString().slice(0, 10);

type Sample = { readonly p50: number; readonly p99: number };
const summary = (times: number[]): Sample => {
  times.sort((one, other) => one - other);
  return { p50: median(times), p99: times[Math.floor(times.length * 0.99)] ?? 0 };
};
const rounded = ({ p50, p99 }: Sample) => ({ p50: Number(p50.toFixed(2)), p99: Number(p99.toFixed(2)) });

/** In turn, so that both have the same weather. */
const inTurn = async <Name extends string>(
  work: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Record<Name, Sample>> => {
  const names = Object.keys(work) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let look = 0; look < looks; look += 1)
    for (const name of names) {
      const began = performance.now();
      await work[name]();
      // The first fill caches and plans.
      if (look >= 50) times.get(name)?.push(performance.now() - began);
    }
  return Object.fromEntries(names.map((name) => [name, summary(times.get(name) ?? [])])) as Record<Name, Sample>;
};

/** The same statements as the server's role, bound to one collaboration by row-level security, and as a superuser, whom nothing binds. */
const rowLevelSecurity = async (administrator: string) => {
  const database = await scratchDatabase(administrator);
  const opened = await openStore({ databaseUrl: database.url, folder: 'not used', log: silentLog, masterKey });
  const facts = { open: 1_000, due: 0, day: inAYear, now, later: inAYear };
  const id = await manyActions(opened, database.url, facts);
  for (let other = 1; other <= 20; other += 1) await manyActions(opened, database.url, { ...facts, open: 1_000 + other });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const as = (role: 'app_tenant' | 'none', statement: string) => async () => {
    await client.query('begin');
    await client.query("select set_config('role', $1, true), set_config('app.collaboration_id', $2, true)", [role, id]);
    await client.query(statement, [id]);
    await client.query('commit');
  };
  const statements = {
    'one person by their id': `select * from members where collaboration_id = $1 and id = 500`,
    'a thousand people of 21,000': 'select * from members where collaboration_id = $1',
    'a thousand open actions of 21,000': 'select * from actions where collaboration_id = $1',
  };
  const rows = [];
  for (const [what, statement] of Object.entries(statements)) {
    const { bound, free } = await inTurn({ bound: as('app_tenant', statement), free: as('none', statement) });
    rows.push({ what, ...rounded(bound) }, { what: `${what}, without row-level security`, ...rounded(free) });
    rows.push({ what: 'costs', ratio: Number((bound.p50 / free.p50).toFixed(2)) });
  }
  await client.end();
  await opened.close();
  await database.drop();
  return rows;
};

/** What a stranger can read from the time of an answer: the tab of a collaboration they are no member of, and of a channel that has none. */
const strangers = async () => {
  const app = await startApp();
  await seedSample(app.teams, Date.now());
  const { channels } = app.teams.state.team;
  const there = channels.find(({ name }) => name === channel)?.id ?? '';
  const stranger = 'welfare-office-leader-4';
  await app.teams.changeMembers(sampleFounder, channel, 'membersRemoved', [stranger]);
  const headers = { authorization: `Bearer ${await app.teams.token(stranger)}` };
  const ask = async (id: string): Promise<void> => {
    const response = await fetch(`${app.url}/api/channels/${encodeURIComponent(id)}/overview`, {
      // Each from another address, or the door would turn them away.
      headers: { ...headers, 'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}` },
    });
    await response.text();
    if (response.status !== 403) throw new Error(`a stranger was answered with ${response.status}`);
  };
  const { member, nothing } = await inTurn({ member: () => ask(there), nothing: () => ask('19:nothing@thread.tacv2') });
  await app.stop();
  return [
    { what: 'a stranger, of a collaboration', ...rounded(member) },
    { what: 'a stranger, of a channel without one', ...rounded(nothing) },
  ];
};

/** What the second lock costs, and what the first one tells by its time. `TEST_DATABASE_URL` names a server. Nothing is asserted. */
export const gate = async (): Promise<readonly object[]> => {
  const administrator = process.env['TEST_DATABASE_URL'];
  if (administrator === undefined) throw new Error('set TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres');
  return [...(await rowLevelSecurity(administrator)), ...(await strangers())];
};
