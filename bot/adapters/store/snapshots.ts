import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { snapshot as shape } from '../../contracts/tab-api.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Trx } from './transaction.ts';

export const snapshotsIn = (trx: Trx, id: CollaborationId): Unit['snapshots'] => ({
  save: async (snapshot, edition = 1) => {
    await trx
      .insertInto('snapshots')
      .values({ collaboration_id: id, round: snapshot.round, edition, snapshot: JSON.stringify(snapshot) })
      .execute();
  },

  ofRound: async (round) => {
    const row = await trx
      .selectFrom('snapshots')
      .select(['snapshot', 'edition'])
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .orderBy('edition', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && { snapshot: shape.parse(row.snapshot), edition: row.edition };
  },

  all: async () => {
    const { rows } = await sql<{ snapshot: unknown }>`
      select snapshot from (
        select distinct on (s.round) s.round, s.snapshot, coalesce(r.closed, r.closes) as closed
        from snapshots s join rounds r on r.collaboration_id = s.collaboration_id and r.number = s.round
        where s.collaboration_id = ${id} and r.collaboration_id = ${id}
        order by s.round, s.edition desc
      ) as latest order by closed, round`.execute(trx);
    return rows.map(({ snapshot }) => shape.parse(snapshot));
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
      .orderBy('snapshots.edition', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && shape.parse(row.snapshot);
  },
});
