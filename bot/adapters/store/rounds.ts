import { sql, type Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Round } from '../../domain/round.ts';
import type { Unit } from '../../ports.ts';
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
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && roundOf(row);
  },

  // Two at once take the same number, or are stopped by the index that allows one open round; the second waits for the first.
  launch: async ({ mode, k, audience, opens, closes }) => {
    const { rows } = await sql<Selectable<Schema['rounds']>>`
      insert into rounds (collaboration_id, number, state, mode, k, audience, opens, closes)
      select ${id}::uuid, coalesce(max(number), 0) + 1, 'open', ${mode}::text, ${k}::smallint, ${[...audience]}::text[],
        ${opens}::timestamptz, ${closes}::timestamptz
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

const roundOf = ({ number, state, mode, k, audience, opens, closes }: Selectable<Schema['rounds']>): Round => ({
  number,
  state,
  mode,
  k,
  audience,
  opens,
  closes,
});
