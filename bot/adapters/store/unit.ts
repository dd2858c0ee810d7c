import { sql } from 'kysely';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Queue } from '../jobs.ts';
import { aboutIn } from './about.ts';
import { actionsIn } from './actions.ts';
import { agendasIn } from './agendas.ts';
import { answersIn } from './answers.ts';
import { auditIn } from './audit.ts';
import { checkOutsIn } from './check-outs.ts';
import { closingIn } from './closing.ts';
import { collaborationIn } from './collaborations.ts';
import { drawsIn } from './draws.ts';
import { deliveriesIn } from './deliveries.ts';
import { localQuestionsIn } from './local-questions.ts';
import { importsIn } from './imports.ts';
import { linksIn } from './links.ts';
import { meetingsIn } from './meetings.ts';
import { membersIn } from './members.ts';
import { participationIn } from './participation.ts';
import { roundsIn } from './rounds.ts';
import { sendingIn } from './sending.ts';
import { setUpIn } from './set-up.ts';
import { silentIn } from './silent.ts';
import { snapshotsIn } from './snapshots.ts';
import { touchesIn } from './touches.ts';
import { oneAtATime, type Trx } from './transaction.ts';

/** `keyDestroyed`: told when this transaction destroys the key; it may still be undone. */
export const unitIn = (
  trx: Trx,
  id: CollaborationId,
  { enqueue, masterKey }: Pick<Queue, 'enqueue'> & { readonly masterKey: Buffer },
  keyDestroyed: () => void = () => undefined,
): Unit => ({
  oneAtATime: () => oneAtATime(trx, id),
  collaboration: collaborationIn(trx, id),
  setUp: setUpIn(trx, id),
  links: linksIn(trx, id, masterKey),
  members: membersIn(trx, id),
  rounds: roundsIn(trx, id),
  participation: participationIn(trx, id),
  answers: answersIn(trx, id),
  draws: drawsIn(trx, id),
  localQuestions: localQuestionsIn(trx, id),
  imports: importsIn(trx, id),
  snapshots: snapshotsIn(trx, id),
  deliveries: deliveriesIn(trx, id, touchesIn(trx, id, masterKey)),
  sending: sendingIn(trx, id),
  actions: actionsIn(trx, id),
  about: aboutIn(trx, id),
  meetings: meetingsIn(trx, id),
  agendas: agendasIn(trx, id),
  checkOuts: checkOutsIn(trx, id),
  silent: silentIn(trx, id),
  closing: closingIn(trx, id, keyDestroyed),
  destroyKey: async () => {
    await sql`select destroy_key(${id}::uuid)`.execute(trx);
    keyDestroyed();
  },
  enqueue: (job, options) => enqueue(trx, job, options),
  ...auditIn(trx, id),
});
