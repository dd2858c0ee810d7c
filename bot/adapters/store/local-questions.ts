import type { Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { LocalQuestion } from '../../domain/local-question.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const localQuestionsIn = (trx: Trx, id: CollaborationId): Unit['localQuestions'] => ({
  all: async () => {
    const rows = await trx.selectFrom('local_questions').selectAll().where('collaboration_id', '=', id).orderBy('id').execute();
    return rows.map(questionOf);
  },

  proposedBy: async (member) => {
    const rows = await trx
      .selectFrom('local_questions')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('proposed_by', '=', member)
      .orderBy('id')
      .execute();
    return rows.map(questionOf);
  },

  propose: async (text, member) =>
    questionOf(
      await trx
        .insertInto('local_questions')
        .values({ collaboration_id: id, text, state: 'proposed', proposed_by: member })
        .returningAll()
        .executeTakeFirstOrThrow(),
    ),

  decide: async (number, state) => {
    const result = await trx
      .updateTable('local_questions')
      .set({ state })
      .where('collaboration_id', '=', id)
      .where('id', '=', number)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  },
});

const questionOf = ({ id, text, state }: Selectable<Schema['local_questions']>): LocalQuestion => ({ id, text, state });
