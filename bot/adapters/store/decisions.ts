import type { CollaborationId } from '../../domain/collaboration.ts';
import type { MeetingsPart } from '../../ports/unit-meetings.ts';
import type { Trx } from './transaction.ts';

type DecisionsPart = Pick<MeetingsPart, 'decisions' | 'decide' | 'changeDecision' | 'dropDecision'>;

export const decisionsIn = (trx: Trx, id: CollaborationId): DecisionsPart => ({
  decisions: (number) =>
    trx
      .selectFrom('decisions')
      .select(['id', 'text'])
      .where('collaboration_id', '=', id)
      .where('meeting', '=', number)
      .orderBy('id')
      .execute(),

  decide: async (number, text, request, at) => {
    const stored = await trx
      .insertInto('decisions')
      .values({ collaboration_id: id, meeting: number, request, text, at })
      .onConflict((conflict) => conflict.columns(['collaboration_id', 'request']).doNothing())
      .returning(['id', 'text'])
      .executeTakeFirst();
    if (stored !== undefined) return stored;
    const before = trx.selectFrom('decisions').select(['id', 'text']).where('collaboration_id', '=', id);
    return await before.where('request', '=', request).executeTakeFirstOrThrow();
  },

  changeDecision: (number, { id: decision, text }) =>
    trx
      .updateTable('decisions')
      .set({ text })
      .where('collaboration_id', '=', id)
      .where('meeting', '=', number)
      .where('id', '=', decision)
      .returning(['id', 'text'])
      .executeTakeFirst(),

  dropDecision: async (number, decision) => {
    await trx
      .deleteFrom('decisions')
      .where('collaboration_id', '=', id)
      .where('meeting', '=', number)
      .where('id', '=', decision)
      .execute();
  },
});
