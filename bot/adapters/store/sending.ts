import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Stopped } from '../../domain/delivery.ts';
import type { SendingPart } from '../../ports/unit-sending.ts';
import type { Trx } from './transaction.ts';

/** Another lock than `oneAtATime`: many sends may be begun side by side. */
const sends = 1;

export const sendingIn = (trx: Trx, id: CollaborationId): SendingPart => {
  const alone = async (): Promise<void> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, ${sends}))`.execute(trx);
  };
  const stopped = async (): Promise<Stopped | undefined> =>
    await trx.selectFrom('stops').select(['since', 'member_id as by']).where('collaboration_id', '=', id).executeTakeFirst();
  return {
    stopped,
    mayBegin: async () => {
      await sql`select pg_advisory_xact_lock_shared(hashtextextended(${id}, ${sends}))`.execute(trx);
      return (await stopped()) === undefined;
    },
    stop: async (member, at) => {
      await alone();
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('stops')
        .values({ collaboration_id: id, since: at, member_id: member })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    start: async (at) => {
      await alone();
      const before = await stopped();
      if (before === undefined) return undefined;
      await trx.deleteFrom('stops').where('collaboration_id', '=', id).execute();
      const freed = await trx
        .updateTable('deliveries')
        .set({ held: null, held_until: null, touched: at })
        .where('collaboration_id', '=', id)
        .where('held', '=', 'stopped')
        .returning('id')
        .execute();
      return { since: before.since, held: freed.map((row) => row.id).sort((one, other) => one - other) };
    },
  };
};
