import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { ActionsPart } from '../../ports/unit-actions.ts';
import type { Trx } from './transaction.ts';

/** The history says owners as they were: a list of organisation and member. */
const withoutMember = (column: 'was' | 'becomes', member: number) => sql`
  case when ${sql.ref(column)} -> 'owners' is null then ${sql.ref(column)} else jsonb_set(${sql.ref(column)}, '{owners}', (
    select coalesce(jsonb_agg(case when (owner -> 'member')::bigint = ${member} then owner - 'member' else owner end order by place), '[]')
    from jsonb_array_elements(${sql.ref(column)} -> 'owners') with ordinality as listed (owner, place))) end`;

export const forgetInClosedIn =
  (trx: Trx, id: CollaborationId): ActionsPart['forgetInClosed'] =>
  async (member) => {
    // In a collaboration that is closed nothing is open any more, whatever its actions say.
    const all = sql`exists (select from collaborations c where c.collaboration_id = ${id} and c.closed is not null)`;
    const closed = sql`select id from actions where collaboration_id = ${id} and (closed is not null or ${all})`;
    const named = JSON.stringify({ owners: [{ member }] });
    await sql`
      update action_events set was = ${withoutMember('was', member)}, becomes = ${withoutMember('becomes', member)}
      where collaboration_id = ${id} and action_id in (${closed})
        and (was @> ${named}::jsonb or becomes @> ${named}::jsonb)`.execute(trx);
    await sql`
      update action_events set member_id = null
      where collaboration_id = ${id} and member_id = ${member} and action_id in (${closed})`.execute(trx);
    await sql`
      update action_owners set member_id = null
      where collaboration_id = ${id} and member_id = ${member} and action_id in (${closed})`.execute(trx);
    await sql`
      update actions set agreed_by = null
      where collaboration_id = ${id} and agreed_by = ${member} and (closed is not null or ${all})`.execute(trx);
  };
