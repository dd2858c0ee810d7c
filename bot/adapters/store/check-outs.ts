import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { energies, saids } from '../../domain/meetings/check-out.ts';
import type { CheckOutAnswer, MeetingCheckOut } from '../../domain/meetings/check-out.ts';
import type { CheckOutsPart } from '../../ports/unit-check-outs.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const checkOutsIn = (trx: Trx, id: CollaborationId): CheckOutsPart => {
  const checkOut = (meeting: number) =>
    trx.selectFrom('check_outs').selectAll().where('collaboration_id', '=', id).where('meeting', '=', meeting);
  const answers = () => trx.selectFrom('check_out_answers').where('collaboration_id', '=', id);

  return {
    find: async (meeting) => {
      const row = await checkOut(meeting).executeTakeFirst();
      return row && checkOutOf(row);
    },

    open: async ({ meeting, k, opens, closes }) => {
      const row = await trx
        .insertInto('check_outs')
        .values({ collaboration_id: id, meeting, k, opens, closes })
        .onConflict((conflict) => conflict.columns(['collaboration_id', 'meeting']).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && checkOutOf(row);
    },

    closed: async () => {
      const rows = await trx
        .selectFrom('check_outs')
        .innerJoin('meetings', (join) =>
          join
            .onRef('meetings.collaboration_id', '=', 'check_outs.collaboration_id')
            .onRef('meetings.number', '=', 'check_outs.meeting'),
        )
        .selectAll('check_outs')
        .select('meetings.date')
        .where('check_outs.collaboration_id', '=', id)
        .where('check_outs.closed', 'is not', null)
        .orderBy('meetings.date')
        .execute();
      return rows.flatMap((row) => {
        const { results, ...rest } = checkOutOf(row);
        return results === undefined ? [] : [{ ...rest, results, date: row.date }];
      });
    },

    record: async (meeting, respondent, { energy, said }, at) => {
      const open = await checkOut(meeting).where('closed', 'is', null).where('closes', '>', at).forShare().executeTakeFirst();
      if (open === undefined) return 'not open';
      const place = said && saids.indexOf(said) + 1;
      const given = { ...(energy === undefined ? {} : { energy }), ...(place === undefined ? {} : { said: place }) };
      const row = await trx
        .insertInto('check_out_answers')
        .values({ collaboration_id: id, meeting, respondent, energy: energy ?? null, said: place ?? null })
        .onConflict((conflict) => conflict.columns(['collaboration_id', 'meeting', 'respondent']).doUpdateSet(given))
        .returning(['energy', 'said'])
        .executeTakeFirstOrThrow();
      return answerOf(row);
    },

    answerOf: async (meeting, respondent) => {
      const query = answers().select(['energy', 'said']).where('meeting', '=', meeting);
      const row = await query.where('respondent', '=', respondent).executeTakeFirst();
      return row && answerOf(row);
    },

    answered: async (meeting) => {
      const query = answers().select(sql<number>`count(*)::int`.as('count'));
      return (await query.where('meeting', '=', meeting).executeTakeFirstOrThrow()).count;
    },

    sums: async (meeting) => {
      const open = await checkOut(meeting).where('closed', 'is', null).forUpdate().executeTakeFirst();
      if (open === undefined) return undefined;
      const { rows } = await sql<{ n: number; sum: number; squares: number; yes: number; partly: number; no: number }>`
        select count(energy)::int as n, coalesce(sum(energy), 0)::int as sum,
          coalesce(sum(energy * energy), 0)::int as squares, count(*) filter (where said = 1)::int as yes,
          count(*) filter (where said = 2)::int as partly, count(*) filter (where said = 3)::int as no
        from check_out_answers where collaboration_id = ${id} and meeting = ${meeting}`.execute(trx);
      const { n = 0, sum = 0, squares = 0, yes = 0, partly = 0, no = 0 } = rows[0] ?? {};
      return { energy: { n, sum, squares }, said: { yes, partly, no } };
    },

    close: async (meeting, results, at) => {
      await trx
        .updateTable('check_outs')
        .set({ closed: at, results: JSON.stringify(results) })
        .where('collaboration_id', '=', id)
        .where('meeting', '=', meeting)
        .execute();
      await trx.deleteFrom('check_out_answers').where('collaboration_id', '=', id).where('meeting', '=', meeting).execute();
    },

    ofRespondent: async (respondent) => {
      const query = answers().select(['meeting', 'energy', 'said']).where('respondent', '=', respondent);
      return (await query.orderBy('meeting').execute()).map(({ meeting, ...row }) => ({ meeting, ...answerOf(row) }));
    },

    erase: async (respondent) => {
      await trx.deleteFrom('check_out_answers').where('collaboration_id', '=', id).where('respondent', '=', respondent).execute();
    },
  };
};

const checkOutOf = ({ meeting, k, opens, closes, closed, results }: Selectable<Schema['check_outs']>): MeetingCheckOut => ({
  ...{ meeting, k, opens, closes },
  ...(closed === null ? {} : { closed }),
  ...(results === null ? {} : { results: results }),
});

const answerOf = ({ energy, said: place }: { readonly energy: number | null; readonly said: number | null }): CheckOutAnswer => {
  const known = energies.find((one) => one === energy);
  const said = place === null ? undefined : saids[place - 1];
  return { ...(known === undefined ? {} : { energy: known }), ...(said === undefined ? {} : { said }) };
};
