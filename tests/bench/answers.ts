import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort, startBot, untilHealthy } from '../../local/bot-process.ts';
import type { Running } from '../../local/bot-process.ts';
import { buildServer, serverEntry } from '../../local/build.ts';
import { homeTenant, sampleAppId, sampleGuid, sampleState } from '../../local/sample.ts';
import { openSampleRound, seedSample } from '../../local/seed.ts';
import { startTeams } from '../../local/server.ts';
import type { State } from '../../local/state.ts';
import { load, median } from './load.ts';
import type { Load, Shot } from './load.ts';
import { scratchDatabase } from './scratch-database.ts';

const root = join(import.meta.dirname, '..', '..');
const botId = '11111111-2222-4333-8444-555555555555';
const runs = 5;
const shotsPerRun = 1_000;
const concurrencies = [1, 16, 64] as const;
const leadersPerOrganisation = 40;

/** The sample, with more leaders in each organisation. */
const manyPeople = (id: string): State => {
  const state = sampleState(id);
  const people = state.organisations.flatMap(({ key, name }) =>
    Array.from({ length: leadersPerOrganisation }, (_, index) => {
      const person = `${key}-leader-${index + 1}`;
      const found = state.people.find((one) => one.key === person) ?? state.people.find((one) => one.organisation === key);
      if (found === undefined) throw new Error(`the sample has nobody of ${key}`);
      return {
        ...found,
        key: person,
        name: `${name} leader ${index + 1}`,
        aadObjectId: sampleGuid(`bench ${person}`),
        botSpecificId: `29:${person}`,
        chat: `a:${person}`,
        tenant: homeTenant,
      };
    }),
  );
  const keys = people.map(({ key }) => key);
  return {
    ...state,
    people,
    team: { ...state.team, members: keys, channels: state.team.channels.map((channel) => ({ ...channel, members: keys })) },
  };
};

type Row = {
  readonly what: string;
  readonly concurrency: number;
  readonly perSecond: number;
  readonly spread: string;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
};

const summary = (what: string, concurrency: number, loads: readonly Load[]): Row => {
  const rates = loads.map(({ perSecond }) => perSecond);
  return {
    what,
    concurrency,
    perSecond: Math.round(median(rates)),
    spread: `${Math.round(Math.min(...rates))}-${Math.round(Math.max(...rates))}`,
    p50: Number(median(loads.map(({ p50 }) => p50)).toFixed(1)),
    p99: Number(median(loads.map(({ p99 }) => p99)).toFixed(1)),
    failed: loads.reduce((sum, { failed }) => sum + failed, 0),
  };
};

/** Answer pages per second through the whole path, beside a bare CloudAdapter that answers the same signed invokes with a constant. */
export const answers = async (): Promise<readonly Row[]> => {
  await buildServer();
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
  const teams = await startTeams({ botId, botTenantId: homeTenant, botSecret: 'bench', people: manyPeople });
  const administrator = process.env['TEST_DATABASE_URL'];
  const scratch = administrator === undefined ? undefined : await scratchDatabase(administrator);
  const running: Running[] = [];
  const started = async (entry: string, more: Record<string, string>): Promise<string> => {
    const port = await freePort();
    const settings = { PORT: String(port), BOT_ID: botId, BOT_FRAMEWORK_URL: teams.url, LOG_LEVEL: 'error', ...more };
    const server = startBot(root, entry, settings);
    running.push(server);
    const url = `http://127.0.0.1:${port}`;
    await untilHealthy(url, server, 60_000);
    return url;
  };
  const app = (more: Record<string, string>): Promise<string> =>
    started(serverEntry, {
      BOT_TENANT_ID: homeTenant,
      BOT_SECRET: 'bench',
      TEAMS_APP_ID: sampleAppId,
      TENANTS: homeTenant,
      PUBLIC_URL: teams.url,
      LOGIN_URL: teams.url,
      PSEUDONYM_MASTER_KEY: Buffer.alloc(32, 'bench').toString('base64'),
      ...more,
    });

  /** Every person once about every partner, again and again: what Teams would send, signed. */
  const shots = async (): Promise<Shot[]> => {
    const card = teams
      .seen('Partner leaders', 'hospital-trust-leader-1')
      .findLast(({ cards }) => JSON.stringify(cards).includes('survey.answer'));
    const found = /"collaboration":"([^"]+)","round":(\d+)/.exec(JSON.stringify(card?.cards));
    if (found === null) throw new Error('no survey card');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await teams.connectorToken()}` };
    const channel = teams.state.team.channels.find(({ name }) => name === 'Partner leaders')?.id ?? '';
    return Array.from({ length: shotsPerRun }, (_, number) => {
      const person = teams.state.people[number % teams.state.people.length];
      if (person === undefined) throw new Error('nobody');
      const own = teams.state.organisations.findIndex(({ key }) => key === person.organisation) + 1;
      const target = ((own - 1 + 1 + (Math.floor(number / teams.state.people.length) % 3)) % 4) + 1;
      const ratings = Object.fromEntries(
        ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'E1', 'E2'].map((item, index) => [item, String(((number + index) % 5) + 1)]),
      );
      const data = { verb: 'survey.page', version: 1, collaboration: found[1], round: Number(found[2]), target, ...ratings };
      const body = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        locale: 'en-GB',
        from: { id: person.botSpecificId, name: person.name, aadObjectId: person.aadObjectId },
        recipient: { id: `28:${botId}` },
        conversation: { conversationType: 'channel', isGroup: true, tenantId: homeTenant, id: `${channel};messageid=1` },
        channelData: { tenant: { id: homeTenant }, channel: { id: channel }, team: { id: teams.state.team.id } },
        value: { action: { type: 'Action.Execute', verb: 'survey.page', data }, trigger: 'manual' },
      };
      return { headers, body: JSON.stringify(body) };
    });
  };

  const measure = async (
    what: string,
    url: string,
    list: readonly Shot[],
    isGood: (status: number, text: string) => boolean,
  ): Promise<Row[]> => {
    await load(`${url}/api/messages`, list, 16, isGood);
    const rows: Row[] = [];
    for (const concurrency of concurrencies) {
      const loads: Load[] = [];
      for (let run = 0; run < runs; run += 1)
        loads.push(await load(`${url}/api/messages`, list.slice(0, concurrency === 1 ? 200 : list.length), concurrency, isGood));
      const row = summary(what, concurrency, loads);
      console.error(`${what}, ${concurrency} at once: ${row.perSecond} a second`);
      rows.push(row);
    }
    return rows;
  };

  const answered = (status: number, text: string): boolean =>
    status === 200 && text.includes('AdaptiveCard') && text.includes('survey.');
  const withApp = async (what: string, more: Record<string, string>): Promise<Row[]> => {
    const url = await app(more);
    teams.connectBot(url);
    teams.state.team.installed = false;
    teams.state.messages.length = 0;
    await seedSample(teams, Date.now());
    await openSampleRound(teams);
    for (
      let looks = 0;
      looks < 500 && !JSON.stringify(teams.seen('Partner leaders', 'hospital-trust-leader-1')).includes('survey.answer');
      looks += 1
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    const rows = await measure(what, url, await shots(), answered);
    await running.at(-1)?.stop();
    return rows;
  };

  try {
    const rows = await withApp('the app, embedded store', { DATA_FOLDER: join(folder, 'db') });
    const list = await shots();
    if (scratch !== undefined) rows.push(...(await withApp('the app, PostgreSQL server', { DATABASE_URL: scratch.url })));
    const bare = await started(join(import.meta.dirname, 'bare-server.ts'), {
      NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'node_modules/tsx/dist/esm/index.mjs')).href}`,
    });
    rows.push(...(await measure('bare CloudAdapter, a constant', bare, list, (status) => status === 200)));
    return rows;
  } finally {
    for (const server of running) await server.stop();
    await teams.stop();
    await scratch?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Each row against the bare adapter at the same concurrency. */
export const withRatios = (rows: readonly Row[]): (Row & { readonly ofBare: number })[] =>
  rows.map((row) => {
    const bare = rows.find(({ what, concurrency }) => what.startsWith('bare') && concurrency === row.concurrency);
    return { ...row, ofBare: Number((row.perSecond / (bare?.perSecond ?? Number.NaN)).toFixed(2)) };
  });
