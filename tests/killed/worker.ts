import { calendar } from '../../bot/adapters/calendar.ts';
import { recurrence } from '../../bot/adapters/recurrence.ts';
import { instruments } from '../../bot/adapters/instruments.ts';
import { openStore } from '../../bot/adapters/store/open.ts';
import { sendingLimits } from '../../bot/adapters/teams/limits.ts';
import { workOnJobs } from '../../bot/handlers/clock.ts';
import type { Messenger, Sent } from '../../bot/ports/teams.ts';
import { useCases } from '../../bot/usecases/all.ts';

/**
 * Started by killed.test.ts, which kills it: the part of the server that works on jobs, with the store, the queue and the limits of
 * sending as they are, and in place of Teams a server that counts. `[database, stand-in, instant]`. Waits to be told to begin, so that
 * loading costs no time then.
 */
const [databaseUrl = '', standIn = '', instant = ''] = process.argv.slice(2);
const quiet = (): void => undefined;
const log = { info: quiet, warn: quiet, error: quiet };

const limits = sendingLimits();

const post: Messenger['post'] = async (address): Promise<Sent> => {
  const to = address.to === 'person' ? address.teamsUserId : address.channel;
  const turn = await limits.take(address.tenantId, to);
  if (turn.is === 'later') return { outcome: 'later', afterSeconds: turn.afterSeconds };
  try {
    const answer = await fetch(standIn, { method: 'POST', body: to });
    return answer.ok
      ? { outcome: 'sent', conversation: `a:${to}`, activity: await answer.text() }
      : { outcome: 'later', afterSeconds: 1 };
  } catch {
    return { outcome: 'unknown' };
  } finally {
    turn.answered();
  }
};

await new Promise((resolve) => process.stdin.once('data', resolve));
const { store, jobs, pseudonyms } = await openStore({
  databaseUrl,
  folder: 'not used',
  log,
  masterKey: Buffer.alloc(32, 'sample'),
});
const use = useCases({
  ...{ store, pseudonyms, calendar, recurrence, instruments, log, retentionMonths: 24 },
  clock: () => new Date(instant),
  messenger: { ready: (tenantId) => limits.ready(tenantId), post, update: () => Promise.resolve({ outcome: 'unknown' }) },
  directory: { tenantOf: () => Promise.resolve('unknown'), isInChannel: () => Promise.resolve('unknown') },
});
await jobs.start(workOnJobs(use));
process.stdout.write('at work\n');
