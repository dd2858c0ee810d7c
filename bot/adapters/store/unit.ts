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
import type { Trx } from './transaction.ts';

export const unitIn = (trx: Trx, id: CollaborationId, queue: Pick<Queue, 'enqueue'>): Unit => ({
  collaboration: collaborationIn(trx, id),
  members: membersIn(trx, id),
  rounds: roundsIn(trx, id),
  participation: participationIn(trx, id),
  answers: answersIn(trx, id),
  snapshots: snapshotsIn(trx, id),
  deliveries: deliveriesIn(trx, id),
  enqueue: (job, options) => queue.enqueue(trx, job, options),
  note: async (what, person, facts, at) => {
    await trx
      .insertInto('audit')
      .values({
        collaboration_id: id,
        at,
        what,
        tenant_id: person?.tenantId ?? null,
        object_id: person?.objectId ?? null,
        facts: JSON.stringify(facts),
      })
      .execute();
  },
});
