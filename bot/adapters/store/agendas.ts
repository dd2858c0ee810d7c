import type { Selectable } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Agenda } from '../../domain/meetings/agenda.ts';
import type { AgendasPart } from '../../ports/unit-agendas.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const agendasIn = (trx: Trx, id: CollaborationId): AgendasPart => ({
  of: async (meeting) => {
    const query = trx.selectFrom('agendas').selectAll().where('collaboration_id', '=', id).where('meeting', '=', meeting);
    const found = await query.executeTakeFirst();
    return found && agendaOf(found);
  },

  put: async (meeting, { version, started, step, areas, lastArea }) => {
    const values = {
      ...{ version: version + 1, started: started ?? null, step },
      ...{ areas: JSON.stringify(areas), last_area: lastArea },
    };
    const stored =
      version === 0
        ? await trx
            .insertInto('agendas')
            .values({ collaboration_id: id, meeting, ...values })
            .onConflict((conflict) => conflict.columns(['collaboration_id', 'meeting']).doNothing())
            .returningAll()
            .executeTakeFirst()
        : await trx
            .updateTable('agendas')
            .set(values)
            .where('collaboration_id', '=', id)
            .where('meeting', '=', meeting)
            .where('version', '=', version)
            .returningAll()
            .executeTakeFirst();
    return stored && agendaOf(stored);
  },
});

const agendaOf = ({ version, started, step, areas, last_area }: Selectable<Schema['agendas']>): Agenda => ({
  ...{ version, step, areas, lastArea: last_area },
  ...(started === null ? {} : { started }),
});
