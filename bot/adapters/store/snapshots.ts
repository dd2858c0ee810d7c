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

  // An imported round has a later number and closed before. A round that is open has none yet: then the next one is looked at.
  latest: async () => {
    const { rows } = await sql<{ snapshot: unknown }>`
      select newest.snapshot
      from rounds r, lateral (
        select s.snapshot from snapshots s
        where s.collaboration_id = ${id} and s.round = r.number order by s.edition desc limit 1
      ) as newest
      where r.collaboration_id = ${id}
      order by coalesce(r.closed, r.closes) desc, r.number desc limit 1`.execute(trx);
    return rows[0] && shape.parse(rows[0].snapshot);
  },
});
