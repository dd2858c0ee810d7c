import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Place } from '../../bot/adapters/store/database.ts';
import { allRelational } from '../../bot/adapters/store/index-of-answer.ts';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { items } from '../../bot/domain/instrument.ts';
import { readOverview } from '../../bot/usecases/results/read-overview.ts';
import { closeRoundOnTime } from '../../bot/usecases/rounds/close-round.ts';
import { silentLog } from '../store-engines.ts';
import { closes, closesNext, founder, largeRound, nextRound, openAgain, openLargeStore } from './large-round.ts';
import type { LargeStore } from './large-round.ts';
import { median } from './load.ts';
import { growthDuring } from './memory.ts';
import type { Growth } from './memory.ts';
import { scratchDatabase } from './scratch-database.ts';

const runs = 5;
const sizes = [1_000, 100_000, 1_000_000] as const;
/** As a close asks for a round in the full form without questions of the partners' own. */
const asked = { ...allRelational, rated: items.map((_, place) => place + 1) };
/** Reading is over in a few milliseconds: the mean of so many is one run. */
const readings = 20;

type Row = {
  readonly engine: string;
  readonly answers: number;
  readonly what: string;
  readonly runs: number;
  readonly ms: number;
  readonly spread: string;
  /** Of the plain GROUP BY with a sum per item. */
  readonly ofPlain?: number;
  /** The most this process grew in any run, in megabytes. */
  readonly rssMB?: number;
  readonly heapMB?: number;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The least that adding up a round can be: one pass, one count, so many sums. */
const plain = ({ transactions }: LargeStore, id: CollaborationId, sums: number): Promise<unknown> =>
  transactions.within(id, (trx) =>
    sql`
      select organisation, role, target, count(*),
        ${sql.join(items.slice(0, sums).map((_, place) => sql`sum(ratings[${sql.lit(place + 1)}])`))}
      from answers where collaboration_id = ${id} and round = 1
      group by organisation, role, target`.execute(trx),
  );

const closing = async (large: LargeStore, engine: string, answers: number): Promise<readonly Row[]> => {
  const id = await largeRound(large, answers);
  const { store } = large;
  const clock = (): Date => closes;
  const grown: Growth[] = [];
  const close = async (): Promise<void> => {
    grown.push(await growthDuring(() => closeRoundOnTime({ store, clock })(id, 1)));
  };
  const read = async (): Promise<void> => {
    for (let reading = 0; reading < readings; reading += 1) await readOverview({ store, clock })(id, founder);
  };
  const times: Record<'one sum' | 'plain' | 'sums' | 'close' | 'read' | 'compare' | 'forget', number[]> = {
    'one sum': [],
    plain: [],
    sums: [],
    close: [],
    read: [],
    compare: [],
    forget: [],
  };
  for (let run = 0; run < runs; run += 1) {
    if (run > 0) await openAgain(large, id);
    times['one sum'].push(await timed(() => plain(large, id, 1)));
    times.plain.push(await timed(() => plain(large, id, items.length)));
    times.sums.push(await timed(() => store.within(id, (unit) => unit.answers.sums(1, asked))));
    times.close.push(await timed(close));
    times.read.push((await timed(read)) / readings);
    // Minutes, where it is a million rows embedded: once, and last, for it leaves the old rows behind until they are cleaned up.
    if (run === runs - 1 || answers <= 1_000) times.forget.push(await timed(() => store.forgetOrder(id, 1)));
    console.error(`${engine}, ${answers} answers, run ${run + 1} of ${runs}`);
  }
  // Of a series: the same people answer a second round, and their change since the first is worked out at its close.
  await nextRound(large, id);
  for (let run = 0; run < runs; run += 1) {
    if (run > 0) await openAgain(large, id, 2);
    times.compare.push(await timed(() => closeRoundOnTime({ store, clock: () => closesNext })(id, 2)));
  }
  const row = (what: string, of: keyof typeof times, more: Partial<Row> = {}): Row => ({
    engine,
    answers,
    what,
    runs: times[of].length,
    ms: Number(median(times[of]).toFixed(1)),
    spread: `${Math.min(...times[of]).toFixed(1)}-${Math.max(...times[of]).toFixed(1)}`,
    ...more,
  });
  const ofPlain = (of: keyof typeof times): Partial<Row> => ({
    ofPlain: Number((median(times[of]) / median(times.plain)).toFixed(2)),
  });
  return [
    row('plain GROUP BY, one sum', 'one sum', ofPlain('one sum')),
    row('plain GROUP BY, a sum per item', 'plain', ofPlain('plain')),
    row('adding up (`sums`)', 'sums', ofPlain('sums')),
    row('the whole closing transaction', 'close', {
      ...ofPlain('close'),
      rssMB: Math.max(...grown.map(({ rss }) => rss)),
      heapMB: Math.max(...grown.map(({ heap }) => heap)),
    }),
    row('the same with an earlier round of as many to compare with', 'compare', ofPlain('compare')),
    row('reading the results', 'read'),
    row('forgetting the order', 'forget'),
  ];
};

const onEngine = async (engine: string, place: Place): Promise<readonly Row[]> => {
  const large = await openLargeStore(place);
  try {
    const rows: Row[] = [];
    for (const answers of sizes) rows.push(...(await closing(large, engine, answers)));
    return rows;
  } finally {
    await large.close();
  }
};

/** Closing a round of 1,000 and of 1,000,000 answers, beside a plain GROUP BY of the same rows in the same run. */
export const close = async (): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
  const administrator = process.env['TEST_DATABASE_URL'];
  const scratch = administrator === undefined ? undefined : await scratchDatabase(administrator);
  const place = { folder: join(folder, 'db'), log: silentLog };
  try {
    return [
      ...(scratch === undefined ? [] : await onEngine('PostgreSQL server', { ...place, databaseUrl: scratch.url })),
      ...(await onEngine('embedded store', place)),
    ];
  } finally {
    await scratch?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
};
