import { sql, type Selectable } from 'kysely';
import type { CollaborationId, Role } from '../../domain/collaboration.ts';
import type { Participation } from '../../domain/round.ts';
import type { Headcount } from '../../domain/sums.ts';
import type { Unit } from '../../ports/unit.ts';
import { memberOf } from './members.ts';
import type { Schema } from './schema.ts';
import type { Trx } from './transaction.ts';

export const participationIn = (trx: Trx, id: CollaborationId): Unit['participation'] => ({
  of: async (round, member) => {
    const row = await trx
      .selectFrom('participation')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('member_id', '=', member)
      .executeTakeFirst();
    return row && participationOf(row);
  },

  invite: async (round, invited) => {
    await sql`
      insert into participation (collaboration_id, round, member_id, organisation, role, state)
      select ${id}::uuid, ${round}::smallint, member_id, organisation, role, 'invited'
      from unnest(${invited.map(({ member }) => member)}::bigint[], ${invited.map(({ organisation }) => organisation)}::smallint[],
        ${invited.map(({ role }) => role)}::text[]) as invited (member_id, organisation, role)
      on conflict do nothing`.execute(trx);
  },

  reach: async (round, member, state) => {
    await sql`
      update participation set state = ${state}::participation_state
      where collaboration_id = ${id} and round = ${round} and member_id = ${member} and state < ${state}::participation_state`.execute(
      trx,
    );
  },

  startAgain: async (round, member) => {
    await trx
      .updateTable('participation')
      .set({ state: 'invited' })
      .where('collaboration_id', '=', id)
      .where('round', '=', round)
      .where('member_id', '=', member)
      .execute();
  },

  ofMember: async (member) => {
    const rows = await trx
      .selectFrom('participation')
      .selectAll()
      .where('collaboration_id', '=', id)
      .where('member_id', '=', member)
      .orderBy('round')
      .execute();
    return rows.map((row) => ({ round: row.round, ...participationOf(row) }));
  },

  counts: async (round) => {
    const { rows } = await sql<{ organisation: number; role: Role; invited: number; answered: number }>`
      select organisation, role, count(*)::int as invited, count(*) filter (where state <> 'invited')::int as answered
      from participation where collaboration_id = ${id} and round = ${round}
      group by organisation, role`.execute(trx);
    const imported = rows.length === 0 ? await importedCounts(trx, id, round) : undefined;
    if (imported !== undefined) return imported;
    return {
      invited: headcount(rows.map(({ organisation, role, invited }) => ({ organisation, role, people: invited }))),
      answered: headcount(rows.map(({ organisation, role, answered }) => ({ organisation, role, people: answered }))),
    };
  },

  silent: async (round) => {
    const rows = await trx
      .selectFrom('participation')
      .innerJoin('members', (join) =>
        join
          .onRef('members.collaboration_id', '=', 'participation.collaboration_id')
          .onRef('members.id', '=', 'participation.member_id'),
      )
      .selectAll('members')
      .where('participation.collaboration_id', '=', id)
      .where('participation.round', '=', round)
      .where('participation.state', '<>', 'finished')
      .orderBy('members.id')
      .execute();
    return rows.map(memberOf);
  },
});

/** An imported round has no participation: how many were invited stands with it, and who answered has answers. */
const importedCounts = async (trx: Trx, id: CollaborationId, round: number) => {
  const { rows } = await sql<{ invited: Headcount; organisation: number | null; role: Role | null; people: number }>`
    select rounds.invited, answers.organisation, answers.role, count(distinct answers.respondent)::int as people
    from rounds left join answers on answers.collaboration_id = rounds.collaboration_id and answers.round = rounds.number
    where rounds.collaboration_id = ${id} and rounds.number = ${round} and rounds.invited is not null
    group by rounds.number, rounds.invited, answers.organisation, answers.role`.execute(trx);
  const [first] = rows;
  if (first === undefined) return undefined;
  const answered = rows.flatMap(({ organisation, role, people }) =>
    organisation === null || role === null ? [] : [{ organisation, role, people }],
  );
  return { invited: first.invited, answered: headcount(answered) };
};

/** Every organisation that has somebody in either role gets both. */
export const headcount = (counted: readonly { organisation: number; role: Role; people: number }[]): Headcount => {
  const result: Record<string, Record<Role, number>> = {};
  for (const { organisation, role, people } of counted) {
    result[organisation] = { leader: 0, employee: 0, ...result[organisation], [role]: people };
  }
  return result;
};

const participationOf = (row: Selectable<Schema['participation']>): Participation => ({
  member: row.member_id,
  organisation: row.organisation,
  role: row.role,
  state: row.state,
});
