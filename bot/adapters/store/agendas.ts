import type { Selectable } from 'kysely';
import { sql } from 'kysely';
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

  lastThatChose: async (today) => {
    const { rows } = await sql<Selectable<Schema['agendas']> & { date: string }>`
      select a.*, m.date from agendas a join meetings m on m.collaboration_id = a.collaboration_id and m.number = a.meeting
      where a.collaboration_id = ${id} and jsonb_array_length(a.areas) > 0
        and (m.state = 'held' or (m.state = 'planned' and a.started is not null and m.date <= ${today}::date))
      order by m.date desc limit 1`.execute(trx);
    const [found] = rows;
    return found && { meeting: found.meeting, date: found.date, agenda: agendaOf(found) };
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
