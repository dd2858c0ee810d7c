import { sql, type Kysely } from 'kysely';
import type { CollaborationId, Role } from '../../domain/collaboration.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Schema } from './schema.ts';

type Row = { organisation: number; role: Role; target: number; changed: number; added: number; erased: number };

const columns = sql.raw('respondent, target, organisation, role, not_working_together, ratings');

/** What a person says is one row per organisation asked about: who is in another place now has left the one and is new in the other. */
export const differingIn =
  (db: Kysely<Schema>, id: CollaborationId): Unit['answers']['differing'] =>
  async (round) => {
    const { rows } = await sql<Row>`
      with now as (
        select ${columns} from answers where collaboration_id = ${id} and round = ${round}
      ), before as (
        select ${columns} from published_answers where collaboration_id = ${id} and round = ${round}
      ),
      found as (
        select organisation, role, target, (before.respondent is not null)::int as changed,
          (before.respondent is null)::int as added, 0 as erased
        from now full join before using (respondent, target, organisation, role)
        where before.respondent is null or now.respondent is null
          or (now.not_working_together, now.ratings) is distinct from (before.not_working_together, before.ratings)
        union all
        select organisation, role, target, 0, 0, respondents
        from erased_respondents where collaboration_id = ${id} and round = ${round}
      )
      select organisation, role, target, sum(changed)::int as changed, sum(added)::int as added, sum(erased)::int as erased
      from found group by organisation, role, target order by organisation, target, role`.execute(db);
    return rows.map(({ organisation, target, ...counts }) => ({ from: String(organisation), to: String(target), ...counts }));
  };
