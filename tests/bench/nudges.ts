import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { calendar } from '../../bot/adapters/calendar.ts';
import { recurrence } from '../../bot/adapters/recurrence.ts';
import { instruments } from '../../bot/adapters/instruments.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { teamsMessenger } from '../../bot/adapters/teams/messenger.ts';
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

const zone = 'Europe/Oslo';
const sizes = [10_000, 1_000_000] as const;
const due = 100;
const ticks = 5;
const nudges = Number(process.env['BENCH_NUDGES'] ?? 10_000);
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

/** Nudges of one tenant that are all due at once, by the connector's own client, against a stand-in that refuses what is too fast. */
const sending = async (administrator: string) => {
  const database = await scratchDatabase(administrator);
  const opened = await openOn(database.url);
  const standIn = await limitedStandIn();
  const id = await manyActions(opened, database.url, { open: nudges, due: nudges, day, now, later });
  const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: standIn.url });
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
  await opened.jobs.start(workOnJobs(use));
  while (standIn.counts().messages < nudges) await new Promise((resolve) => setTimeout(resolve, 500));
  const { chats, messages, taken, refused } = standIn.counts();
  const seconds = ((taken.at(-1) ?? 0) - (taken[0] ?? 0)) / 1_000;
  await opened.close();
  await standIn.stop();
  await database.drop();
  const rate = (taken.length - 1) / seconds;
  return {
    what: `${messages} nudges, ${chats} chats opened`,
    seconds: Math.round(seconds),
    requestsPerSecond: Number(rate.toFixed(1)),
    ofLimit: `${((100 * rate) / perSecond).toFixed(1)} %`,
    refused,
  };
};

/** What a tick of the clock costs, and how near to Teams' limit nudges leave. Nothing is asserted. */
export const nudging = async (): Promise<readonly object[]> => {
  const administrator = process.env['TEST_DATABASE_URL'];
  if (administrator === undefined) throw new Error('set TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres');
  return [...(await ticking(administrator)), await sending(administrator)];
};
