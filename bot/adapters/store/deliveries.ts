import { sql, type Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Unit } from '../../ports.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const deliveriesIn = (trx: Trx, id: CollaborationId): Unit['deliveries'] => ({
  claim: async ({ key, kind, round, member }, at) => {
    const row = await trx
      .insertInto('deliveries')
      .values({ collaboration_id: id, key, kind, round, member_id: member ?? null, state: 'queued', touched: at })
      .onConflict((conflict) => conflict.columns(['collaboration_id', 'key']).doNothing())
      .returningAll()
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  find: async (number) => {
    const row = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  keyed: async (key) => {
    const row = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('key', '=', key)
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  begin: async (number, at) => {
    const row = await trx
      .updateTable('deliveries')
      .set({ state: 'sending', touched: at })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .where('state', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    return row && deliveryOf(row);
  },

  // What was sent, has failed, is unknown or was dropped stays so: a job that runs twice changes nothing.
  settle: async (number, outcome, at) => {
    await trx
      .updateTable('deliveries')
      .set({
        touched: at,
        state: outcome.state,
        reason: outcome.state === 'failed' ? outcome.reason : null,
        conversation: outcome.state === 'sent' ? outcome.conversation : null,
        activity: outcome.state === 'sent' ? outcome.activity : null,
      })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .where('state', 'in', ['queued', 'sending'])
      .execute();
  },

  // Of unknown outcome counts: it may have arrived. What still waits does not: it looks here itself when its turn comes.
  // The lock makes two deliveries to one person look one after the other.
  lastTouch: async (member) => {
    await trx
      .selectFrom('members')
      .select('id')
      .where('collaboration_id', '=', id)
      .where('id', '=', member)
      .forUpdate()
      .executeTakeFirst();
    const row = await trx
      .selectFrom('deliveries')
      .select(sql<Date | null>`max(touched)`.as('last'))
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .where('state', 'in', ['sending', 'sent', 'unknown'])
      .executeTakeFirst();
    return row?.last ?? undefined;
  },

  ofRound: async (round) => {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .orderBy('id')
      .execute();
    return rows.map(deliveryOf);
  },

  toMember: async (member) =>
    await trx
      .selectFrom('deliveries')
      .select(['kind', 'round', 'state', 'touched as at'])
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .orderBy('id')
      .execute(),
});

const deliveryOf = (row: Selectable<Schema['deliveries']>): Delivery => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  round: row.round,
  state: row.state,
  ...(row.member_id === null ? {} : { member: row.member_id }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.conversation === null ? {} : { conversation: row.conversation }),
  ...(row.activity === null ? {} : { activity: row.activity }),
});
