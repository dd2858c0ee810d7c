import { sql } from 'kysely';
import { openDatabase } from '../../bot/adapters/store/database.ts';
import { openQueue } from '../../bot/adapters/jobs.ts';
import { silentLog } from '../store-engines.ts';

/** Started by clock.test.ts, which moves its clock: asks for a job in a day, and says aloud when it is done, by every clock it has. */
const { db, queue: way } = await openDatabase({ folder: String(process.argv[2]), log: silentLog });
const queue = await openQueue(way, silentLog);
const collaboration = '00000000-0000-4000-8000-000000000001';
const after = new Date(Date.now() + 86_400_000);
await db.transaction().execute((trx) => queue.enqueue(trx, { name: 'nudge', collaboration }, { after }));
process.stdout.write('waiting\n');
await new Promise<void>((done) => {
  void queue.start(() => {
    done();
    return Promise.resolve();
  });
});
const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
process.stdout.write(`done ${Date.now()} ${new Date().getTime()} ${rows[0]?.now.getTime() ?? 0}\n`);
