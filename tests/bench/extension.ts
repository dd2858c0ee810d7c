import { randomUUID } from 'node:crypto';
import { calendar } from '../../bot/adapters/calendar.ts';
import { instruments } from '../../bot/adapters/instruments.ts';
import { recurrence } from '../../bot/adapters/recurrence.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { useCases } from '../../bot/usecases/all.ts';
import { masterKey, silentLog } from '../store-engines.ts';
import { median } from './load.ts';
import { manyActions, person } from './many-actions.ts';
import { scratchDatabase } from './scratch-database.ts';

const sizes = [1_000, 100_000] as const;
const runs = 50;
const now = new Date('2026-03-02T10:00:00Z');

/** One collaboration with so many open actions: what the message extension waits for, without the way of the request. */
const sized = async (administrator: string, open: number) => {
  const database = await scratchDatabase(administrator);
  const opened = await openStore({ databaseUrl: database.url, folder: 'not used', log: silentLog, masterKey });
  const id = await manyActions(opened, database.url, { open, due: 10, day: '2026-03-02', now, later: '2027-03-01' });
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
    messenger: {
      ready: () => Promise.resolve(),
      post: () => Promise.reject(new Error('nothing is sent')),
      update: () => Promise.reject(new Error('nothing is sent')),
    },
    directory: { tenantOf: () => Promise.resolve({ tenant: person.tenantId }), isInChannel: () => Promise.resolve(true) },
  });
  const who = {
    ...{ person, collaboration: id, name: 'Sample 0', teamsUserId: '29:0', channel: `19:${open}-10@thread.tacv2` },
    ...{ tenantId: person.tenantId, language: 'en' as const },
  };
  const search = (words: readonly string[]) => () =>
    use.search(person, [id], { words, skip: 0, count: 25, here: true, reads: () => '' });
  const [found] = await search([])();
  const action = found?.found.is === 'action' ? found.found.action.id : 0;
  const [owner] = await opened.store.within(id, (unit) => unit.members.all());
  const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
    'search, nothing typed': search([]),
    'search, a word of every action': search(['sample']),
    'search, a word of no action': search(['nowhere']),
    'search, an organisation': search(['sample', '2']),
    'submit: an action agreed': () =>
      use.agreeAction(who, randomUUID(), {
        ...{ text: 'A sample', kind: 'quick win', due: '2026-06-01', owners: [owner?.id ?? 0], source: { from: 'by hand' } },
      }),
    'a link': () => use.followLink({ ...who, channel: undefined }, `19:${open}-10@thread.tacv2`, { is: 'action', action }),
  };
  const rows = [];
  for (const [what, deed] of Object.entries(deeds)) {
    const times: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const began = performance.now();
      await deed();
      // The first makes plans and fills caches.
      if (run > 0) times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    rows.push({ open, what, p50: Math.round(median(times)), p99: Math.round(times[Math.floor(0.99 * runs)] ?? 0) });
  }
  await opened.close();
  await database.drop();
  return rows;
};

/** What the message extension's five seconds are spent on, in milliseconds. Nothing is asserted. */
export const extension = async (): Promise<readonly object[]> => {
  const administrator = process.env['TEST_DATABASE_URL'];
  if (administrator === undefined) throw new Error('set TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres');
  const rows = [];
  for (const open of sizes) rows.push(...(await sized(administrator, open)));
  return rows;
};
