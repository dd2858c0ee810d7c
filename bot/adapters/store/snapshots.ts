import { sql } from 'kysely';
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
      .innerJoin('rounds', (join) =>
        join.onRef('rounds.collaboration_id', '=', 'snapshots.collaboration_id').onRef('rounds.number', '=', 'snapshots.round'),
      )
      .select('snapshots.snapshot')
      .where('snapshots.collaboration_id', '=', id)
      // An imported round has a later number and closed before.
      .orderBy(sql`coalesce(rounds.closed, rounds.closes)`, 'desc')
      .orderBy('snapshots.round', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && shape.parse(row.snapshot);
  },
});
