import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Unit } from '../../ports.ts';
import type { Queue } from '../jobs.ts';
import { answersIn } from './answers.ts';
import { collaborationIn } from './collaborations.ts';
import { deliveriesIn } from './deliveries.ts';
import { membersIn } from './members.ts';
import { participationIn } from './participation.ts';
import { roundsIn } from './rounds.ts';
import { snapshotsIn } from './snapshots.ts';
import { oneAtATime, type Trx } from './transaction.ts';

export const unitIn = (trx: Trx, id: CollaborationId, queue: Pick<Queue, 'enqueue'>): Unit => ({
  oneAtATime: () => oneAtATime(trx, id),
  collaboration: collaborationIn(trx, id),
  members: membersIn(trx, id),
  rounds: roundsIn(trx, id),
  participation: participationIn(trx, id),
  answers: answersIn(trx, id),
  snapshots: snapshotsIn(trx, id),
  deliveries: deliveriesIn(trx, id),
  enqueue: (job, options) => queue.enqueue(trx, job, options),
  note: async (what, person, facts, at, every = 0) => {
    const since = new Date(at.getTime() - every * 1_000);
    const row = { what, tenant: person?.tenantId ?? null, object: person?.objectId ?? null, facts: JSON.stringify(facts) };
    await sql`
      insert into audit (collaboration_id, at, what, tenant_id, object_id, facts)
      select ${id}::uuid, ${at}::timestamptz, ${row.what}::text, ${row.tenant}::text, ${row.object}::text, ${row.facts}::jsonb
      where not exists (
        select 1 from audit
        where collaboration_id = ${id} and at > ${since} and at <= ${at} and what = ${row.what}::text
          and tenant_id = ${row.tenant}::text and object_id = ${row.object}::text and facts = ${row.facts}::jsonb)`.execute(trx);
  },
});
