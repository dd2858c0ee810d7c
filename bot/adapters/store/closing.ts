import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ClosingPart } from '../../ports/unit-closing.ts';
import type { Trx } from './transaction.ts';

/** Another lock than `oneAtATime` and that of sends; the trigger `refuse_when_closed` takes it shared. */
const additions = 2;

/** `keyDestroyed`: as in `unitIn`. */
export const closingIn = (trx: Trx, id: CollaborationId, keyDestroyed: () => void): ClosingPart => ({
  begin: async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, ${additions}))`.execute(trx);
  },

  dropWaiting: async (at) => {
    await trx
      .updateTable('deliveries')
      .set({ state: 'dropped', held: null, held_until: null, touched: at })
      .where('collaboration_id', '=', id)
      .where('state', '=', 'queued')
      .execute();
  },

  close: async (at) => {
    const { rows } = await sql<{
      closed: boolean;
    }>`select close_collaboration(${id}::uuid, ${at}::timestamptz) as closed`.execute(trx);
    const closed = rows[0]?.closed ?? false;
    if (closed) keyDestroyed();
    return closed;
  },
});
