import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Held } from '../../domain/delivery.ts';
import type { Unit } from '../../ports/unit.ts';

/**
 * The message with nudges that waits for a member, or a new one that leaves at `after`; undefined: there is no moment for one. Whoever
 * calls it has asked for the member's last touch, which makes the message that waits stay where it is until the transaction ends.
 */
export const messageFor = async (
  unit: Unit,
  collaboration: CollaborationId,
  wish: {
    readonly member: number;
    readonly key: string;
    readonly after: Date | undefined;
    /** Why it does not leave at once. */
    readonly held: Held | undefined;
  },
  now: Date,
): Promise<number | undefined> => {
  const { member, key, after, held } = wish;
  const waiting = await unit.actions.waitingFor(member);
  if (waiting !== undefined || after === undefined) return waiting;
  const delivery = await unit.deliveries.claim({ key, kind: 'nudge', member }, now, held);
  if (delivery === undefined) return undefined;
  await unit.enqueue({ name: 'deliver', collaboration, delivery: delivery.id }, { after });
  return delivery.id;
};
