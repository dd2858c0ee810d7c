import { sql, type Kysely } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Movement } from '../../domain/sums.ts';
import type { Unit } from '../../ports/unit.ts';
import { allRelational, hasIndex, indexOf, ratingsAsColumns } from './index-of-answer.ts';
import type { Schema } from './schema.ts';

/** People who moved alike; whether they have an index in a compared cell of the earlier round, and of the later one. */
type Alike = Movement & { readonly was: boolean; readonly is: boolean };

/** `Unit.answers.paired`, in one pass over both rounds. Sums: 30 targets of 5 are 63,000 in 420ths. */
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
    const { rows } = await sql<Alike>`
      select count(*)::int as people, targets, sum, was, "is"
      from (
        select count(later.index - earlier.index)::int as targets, coalesce(sum(later.index - earlier.index), 0)::int as sum,
          count(earlier.index) > 0 as was, count(later.index) > 0 as "is"
        from (${indexes(before)}) as earlier full join (${indexes(now)}) as later using (respondent, target)
        group by respondent
      ) as moved group by targets, sum, was, "is" order by targets, sum`.execute(db);
    const peopleIn = (round: 'was' | 'is'): number => rows.reduce((all, one) => all + (one[round] ? one.people : 0), 0);
    return {
      compared: { before: peopleIn('was'), now: peopleIn('is') },
      movements: rows.filter(({ targets }) => targets > 0).map(({ people, targets, sum }) => ({ people, targets, sum })),
    };
  };
