import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { calendar } from '../../bot/adapters/calendar.ts';
import { recurrence } from '../../bot/adapters/recurrence.ts';
import { instruments } from '../../bot/adapters/instruments.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { teamsMessenger } from '../../bot/adapters/teams/messenger.ts';
import { botFrameworkScope } from '../../bot/adapters/teams/connector.ts';
import { withoutRetries } from '../../bot/adapters/teams/without-retries.ts';
import { linksToTab } from '../../bot/contracts/deep-link.ts';
import { workOnJobs } from '../../bot/handlers/clock.ts';
import { sendDueNudges } from '../../bot/usecases/actions/send-due-nudges.ts';
import { useCases } from '../../bot/usecases/all.ts';
import { sampleAppId } from '../../local/sample.ts';
import { masterKey, silentLog } from '../store-engines.ts';
import { limitedStandIn } from './limited-stand-in.ts';
import { median } from './load.ts';
import { manyActions } from './many-actions.ts';
import { scratchDatabase } from './scratch-database.ts';
import type { Latency } from './stand-in-server.ts';

const zone = 'Europe/Oslo';
const sizes = [10_000, 1_000_000] as const;
const due = 100;
const ticks = 5;
const perSecond = 50;

const daysFrom = (days: number): string => calendar.plusDays(calendar.dateOf(new Date(), zone), days);
/** Ten o'clock of the last working day: the queue goes by the clock of the database, and forgets what lay ready for two weeks. */
const day = [-1, -2, -3, -4, -5, -6].map(daysFrom).find((date) => calendar.isWorkingDay(date, zone)) ?? daysFrom(-1);
const now = calendar.instantOf(day, '10:00', zone);
const later = daysFrom(365);

const openOn = (databaseUrl: string) => openStore({ databaseUrl, folder: 'not used', log: silentLog, masterKey });

/** One tick that finds 100 due among so many open ones; each tick has another 100, so nothing is claimed twice. */
const tick = async (administrator: string, open: number) => {
  const database = await scratchDatabase(administrator);
  const opened = await openOn(database.url);
  const id = await manyActions(opened, database.url, { open, due: due * (ticks + 1), day, now, later });
  const run = sendDueNudges({ store: opened.store, clock: () => now, calendar });
  const times: number[] = [];
  for (let at = 0; at <= ticks; at += 1) {
    const began = performance.now();
    await run(id);
    // The first fills caches of zones and plans.
    if (at > 0) times.push(performance.now() - began);
  }
  await opened.close();
  await database.drop();
  return times;
};

const ticking = async (administrator: string) => {
  const rows = [];
  for (const open of sizes) {
    const times = await tick(administrator, open);
    const ms = median(times);
    rows.push({
      what: `tick, ${due} due of ${open} open`,
      ms: Math.round(ms),
      spread: `${Math.round(Math.min(...times))}-${Math.round(Math.max(...times))}`,
    });
  }
  const [small, large] = rows;
  return rows.map((row) => ({
    ...row,
    ofSmall: Number(((row === large ? row.ms : (small?.ms ?? 1)) / (small?.ms ?? 1)).toFixed(2)),
  }));
};

/** How requests travel to a stand-in on this machine, and to one as far away as Teams may be. */
const places: Readonly<Record<'near' | 'far', Latency>> = { near: { there: 0, back: 0 }, far: { there: 10, back: 50 } };
const mostMinutes = 30;

/** Nudges of one tenant that are all due at once, by the connector's own client, against a stand-in that refuses what is too fast. */
const sending = async (administrator: string, nudges: number, place: keyof typeof places) => {
  const database = await scratchDatabase(administrator);
  const opened = await openOn(database.url);
  const standIn = await limitedStandIn(places[place]);
  const id = await manyActions(opened, database.url, { open: nudges, due: nudges, day, now, later });
  const plain = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: standIn.url });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- only this method of a factory is asked for
  const client = await withoutRetries({ create: () => Promise.resolve(plain) }).create(standIn.url, botFrameworkScope);
  const line = { client, serviceUrl: standIn.url, bot: { id: '28:sample', name: 'Common Ground' } };
  const use = useCases({
    ...{
      store: opened.store,
      pseudonyms: opened.pseudonyms,
      calendar,
      recurrence,
      instruments,
      log: silentLog,
      retentionMonths: 24,
    },
    clock: () => now,
    messenger: teamsMessenger(
      () => Promise.resolve(line as never),
      linksToTab({ teamsAppId: sampleAppId, publicUrl: 'https://common-ground.example.org' }),
    ),
    directory: { tenantOf: () => Promise.resolve('unknown'), isInChannel: () => Promise.resolve('unknown') },
  });
  for (let claimed = 0; claimed < nudges; claimed += 100) await use.sendDueNudges(id);
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  const cpuBefore = process.cpuUsage();
  await opened.jobs.start(workOnJobs(use));
  const until = performance.now() + mostMinutes * 60_000;
  let counts = await standIn.counts();
  while (counts.messages < nudges && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    counts = await standIn.counts();
  }
  stalls.disable();
  const cpu = process.cpuUsage(cpuBefore);
  await opened.close();
  await standIn.stop();
  await database.drop();
  const { chats, messages, taken, refused } = counts;
  const seconds = ((taken.at(-1) ?? 0) - (taken[0] ?? 0)) / 1_000;
  const rate = (taken.length - 1) / seconds;
  return {
    what: `${messages} nudges, ${chats} chats opened, ${place}`,
    seconds: Number(seconds.toFixed(1)),
    // Fewer than a second holds say nothing of a limit.
    ...(taken.length > perSecond && {
      requestsPerSecond: Number(rate.toFixed(1)),
      ofLimit: `${((100 * rate) / perSecond).toFixed(1)} %`,
    }),
    refused: refused.length,
    cpuPerNudge: Number(((cpu.user + cpu.system) / 1_000 / nudges).toFixed(1)),
    stallP99: Number((stalls.percentile(99) / 1e6 - 5).toFixed(1)),
  };
};

/** What a tick of the clock costs, and how near to Teams' limit nudges leave: 17, 500 and as many as `--nudges` says, near or with `--place far`; `--no-ticks` leaves out the first part. Nothing is asserted. */
export const nudging = async (options: readonly string[]): Promise<readonly object[]> => {
  const administrator = process.env['TEST_DATABASE_URL'];
  if (administrator === undefined) throw new Error('set TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres');
  const { values } = parseArgs({
    args: [...options],
    options: {
      nudges: { type: 'string', default: '10000' },
      place: { type: 'string', default: 'near' },
      ticks: { type: 'boolean', default: true },
    },
    ...{ allowNegative: true, strict: false },
  });
  const many = Number(values.nudges);
  const rows: object[] = values.ticks === false ? [] : await ticking(administrator);
  for (const nudges of new Set([17, 500, many]))
    if (nudges <= many) rows.push(await sending(administrator, nudges, values.place === 'far' ? 'far' : 'near'));
  return rows;
};
