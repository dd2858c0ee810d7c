import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Trx } from './transaction.ts';

export const drawsIn = (trx: Trx, id: CollaborationId): Unit['draws'] => ({
  of: async (round, respondent) => {
    const row = await trx
      .selectFrom('draws')
      .select('partners')
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('respondent', '=', respondent)
      .executeTakeFirst();
    return row?.partners;
  },

  inAllRounds: async (respondent) =>
    await trx
      .selectFrom('draws')
      .select(['round', 'partners'])
      .where('collaboration_id', '=', id)
      .where('respondent', '=', respondent)
      .orderBy('round')
      .execute(),

  count: async (round, organisation) => {
    const { people } = await trx
      .selectFrom('draws')
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('organisation', '=', organisation)
      .executeTakeFirstOrThrow();
    return people;
  },

  keep: async (round, organisation, respondent, partners) => {
    await sql`
      insert into draws (collaboration_id, round, organisation, respondent, partners)
      values (${id}::uuid, ${round}::smallint, ${organisation}::smallint, ${respondent}::bytea, ${[...partners]}::smallint[])
      on conflict do nothing`.execute(trx);
  },
});
