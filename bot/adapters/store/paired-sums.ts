import { sql, type Kysely } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Movement } from '../../domain/sums.ts';
import type { Unit } from '../../ports/unit.ts';
import { allRelational, hasIndex, indexOf, ratingsAsColumns } from './index-of-answer.ts';
import type { Schema } from './schema.ts';

/** `Unit.answers.paired`. Sums: 30 targets of 5 are 63,000 in 420ths. */
export const pairedIn =
  (db: Kysely<Schema>, id: CollaborationId): Unit['answers']['paired'] =>
  async (before, now, { roles, cells, asked = allRelational }) => {
    const ofRoles = sql`role = any(${[...roles]}::text[])`;
    const [from, to] = [cells.map((cell) => cell.from), cells.map((cell) => cell.to)];
    const compared = sql`(organisation, target) in (select * from unnest(${from}::smallint[], ${to}::smallint[]))`;
    const indexes = (round: number) => sql`
      select respondent, target, ${indexOf(asked)} as index from answers ${ratingsAsColumns}
      where collaboration_id = ${id} and round = ${round} and ${ofRoles} and ${compared}
        and not not_working_together and ${hasIndex(asked)}`;
    const movements = await sql<Movement>`
      select count(*)::int as people, targets, sum
      from (
        select count(*)::int as targets, sum(later.index - earlier.index)::int as sum
        from (${indexes(before)}) as earlier join (${indexes(now)}) as later using (respondent, target)
        group by respondent
      ) as moved group by targets, sum order by targets, sum`.execute(db);
    const people = await sql<{ round: number; people: number }>`
      select round, count(*)::int as people
      from (
        select distinct round, respondent from answers
        where collaboration_id = ${id} and round in (${before}, ${now}) and ${ofRoles}
      ) as respondents group by round`.execute(db);
    const inCompared = await sql<{ before: number; now: number }>`
      select (select count(distinct respondent) from (${indexes(before)}) as earlier)::int as before,
        (select count(distinct respondent) from (${indexes(now)}) as later)::int as now`.execute(db);
    const peopleOf = (round: number): number => people.rows.find((row) => row.round === round)?.people ?? 0;
    const behind = inCompared.rows[0] ?? { before: 0, now: 0 };
    return { before: peopleOf(before), now: peopleOf(now), compared: behind, movements: movements.rows };
  };
