import type { CollaborationId } from '../../domain/collaboration.ts';
import type { AboutPart } from '../../ports/unit-about.ts';
import type { Trx } from './transaction.ts';

export const aboutIn = (trx: Trx, id: CollaborationId): AboutPart => ({
  all: () =>
    trx
      .selectFrom('who_we_are')
      .select(['organisation', 'does', 'does_not as doesNot', 'reach', 'version'])
      .where('collaboration_id', '=', id)
      .orderBy('organisation')
      .execute(),

  put: async ({ organisation, doesNot, ...rest }) => {
    const values = { does: rest.does, does_not: doesNot, reach: rest.reach, version: rest.version };
    await trx
      .insertInto('who_we_are')
      .values({ collaboration_id: id, organisation, ...values })
      .onConflict((conflict) => conflict.columns(['collaboration_id', 'organisation']).doUpdateSet(values))
      .execute();
  },
});
