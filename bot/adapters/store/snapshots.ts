import type { CollaborationId } from '../../domain/collaboration.ts';
import { snapshot as shape } from '../../contracts/tab-api.ts';
import type { Unit } from '../../ports.ts';
import type { Trx } from './transaction.ts';

export const snapshotsIn = (trx: Trx, id: CollaborationId): Unit['snapshots'] => ({
  save: async (snapshot) => {
    await trx
      .insertInto('snapshots')
      .values({ collaboration_id: id, round: snapshot.round, snapshot: JSON.stringify(snapshot) })
      .execute();
  },

  latest: async () => {
    const row = await trx
      .selectFrom('snapshots')
      .select('snapshot')
      .where('collaboration_id', '=', id)
      .orderBy('round', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && shape.parse(row.snapshot);
  },
});
