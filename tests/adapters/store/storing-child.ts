import { openDatabase } from '../../../bot/adapters/store/database.ts';
import { silentLog } from '../../store-engines.ts';

/** Started by embedded.test.ts, which kills it: stores rows for ever and says each one aloud once it is stored. */
const { db } = await openDatabase({ folder: String(process.argv[2]), log: silentLog });
for (let number = 1; ; number += 1) {
  const conversation = String(number);
  await db.insertInto('welcomes').values({ conversation }).execute();
  process.stdout.write(`${conversation}\n`);
}
