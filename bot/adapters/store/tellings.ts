import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ActionsPart } from '../../ports/unit-actions.ts';
import type { Trx } from './transaction.ts';

export const tellingsIn = (
  trx: Trx,
  id: CollaborationId,
  some: ActionsPart['some'],
): Pick<ActionsPart, 'waitingToTell' | 'tellWith' | 'toldWith'> => ({
  waitingToTell: async (most) => {
    const row = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('collaboration_id', '=', id)
      .where('kind', '=', 'agreed')
      .where('state', '=', 'queued')
      .where(
        sql<boolean>`(select count(*) from actions a where a.collaboration_id = ${id} and a.told_with = deliveries.id) < ${most}`,
      )
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return row?.id;
  },

  tellWith: async (action, delivery) => {
    await trx
      .updateTable('actions')
      .set({ told_with: delivery })
      .where('collaboration_id', '=', id)
      .where('id', '=', action)
      .execute();
  },

  toldWith: async (delivery) => {
    const rows = await trx
      .selectFrom('actions')
      .select('id')
      .where('collaboration_id', '=', id)
      .where('told_with', '=', delivery)
      .execute();
    return [...(await some(rows.map((row) => row.id)))].sort((one, other) => one.id - other.id);
  },
});
