import { sql, type Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Round } from '../../domain/round.ts';
import { instrument as shape } from '../../contracts/instrument.ts';
import { firstRelational } from '../instruments.ts';
import type { Unit } from '../../ports/unit.ts';
import type { ClosedRound } from '../../ports/unit-rounds.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const roundsIn = (trx: Trx, id: CollaborationId): Unit['rounds'] => ({
  find: async (number) => {
    const row = await trx
      .selectFrom('rounds')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst();
    return row && roundOf(row);
  },

  latest: async () => {
    const row = await trx
      .selectFrom('rounds')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('content_sha256', 'is', null)
      .orderBy(sql`state = 'open'`, 'desc')
      .orderBy('closed', 'desc')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && roundOf(row);
  },

  all: async () => {
    const rows = await trx.selectFrom('rounds').selectAll().where('collaboration_id', '=', id).orderBy('number').execute();
    return rows.map(roundOf);
  },

  isAsPublished: async (number) => {
    const { rows } = await sql<{ whole: boolean }>`
      select state = 'closed' and not answers_gone and (reopened is null or exists (
        select from snapshots s where s.collaboration_id = ${id} and s.round = ${number} and s.edition > 1)) as whole
      from rounds where collaboration_id = ${id} and number = ${number}`.execute(trx);
    return rows[0]?.whole ?? false;
  },

  closedAt: async (number) => {
    const row = await trx
      .selectFrom('rounds')
      .select('closed')
      .where('collaboration_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst();
    return row?.closed ?? undefined;
  },

  // The copy lies in the order of pseudonyms.
  reopen: async (number, closes, at) => {
    const row = await trx
      .updateTable('rounds')
      .set({ state: 'open', closes, closed: null, reopened: at })
      .where('collaboration_id', '=', id)
      .where('number', '=', number)
      .where('state', '=', 'closed')
      .where('reopened', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return undefined;
    const columns = sql.raw('collaboration_id, round, respondent, target, organisation, role, not_working_together, ratings');
    await sql`
      insert into published_answers (${columns})
      select ${columns} from answers where collaboration_id = ${id} and round = ${number}
      order by respondent, target`.execute(trx);
    return roundOf(row);
  },

  closed: async () => {
    const { rows } = await sql<ClosedRound>`
      select number, closed, content_sha256 is not null as imported from rounds
      where collaboration_id = ${id} and closed is not null order by rounds.closed, number`.execute(trx);
    return rows;
  },

  // Two at once take the same number, or are stopped by the index that allows one open round; the second waits for the first.
  launch: async ({ mode, k, audience, opens, closes, instrument }) => {
    const { rows } = await sql<Selectable<Schema['rounds']>>`
      insert into rounds (collaboration_id, number, state, mode, k, audience, opens, closes, instrument)
      select ${id}::uuid, coalesce(max(number), 0) + 1, 'open', ${mode}::text, ${k}::smallint, ${[...audience]}::text[],
        ${opens}::timestamptz, ${closes}::timestamptz, ${JSON.stringify(instrument)}::jsonb
      from rounds where collaboration_id = ${id}
      on conflict do nothing
      returning *`.execute(trx);
    const [row] = rows;
    if (!row) return 'one is open';
    await trx.insertInto('last_pages').values({ collaboration_id: id, round: row.number, at: opens }).execute();
    return roundOf(row);
  },

  lastPage: async (number) => {
    const { at } = await trx
      .selectFrom('last_pages')
      .select('at')
      .where('collaboration_id', '=', id)
      .where('round', '=', number)
      .executeTakeFirstOrThrow();
    return at;
  },

  close: async (number, at) => {
    const row = await trx
      .updateTable('rounds')
      .set({ state: 'closed', closed: at })
      .where('collaboration_id', '=', id)
      .where('number', '=', number)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst();
    return row && roundOf(row);
  },
});

/** What the database keeps of the questions, or of a round from before it kept any. */
export const instrumentOf = (kept: unknown): Round['instrument'] => (kept === null ? firstRelational : shape.parse(kept));

const roundOf = ({
  number,
  state,
  mode,
  k,
  audience,
  opens,
  closes,
  instrument,
  reopened,
}: Selectable<Schema['rounds']>): Round => ({
  number,
  state,
  mode,
  k,
  audience,
  opens,
  closes,
  instrument: instrumentOf(instrument),
  ...(reopened === null ? {} : { reopened }),
});
