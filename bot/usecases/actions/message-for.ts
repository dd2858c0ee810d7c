import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Turn } from '../../domain/delivery.ts';
import type { Unit } from '../../ports/unit.ts';

/**
 * The message with nudges that waits for a member, or a new one that leaves at their turn; undefined: they have none. Whoever calls it
 * has asked for the member's last touch, which makes the message that waits stay where it is until the transaction ends.
 */
export const messageFor = async (
  unit: Unit,
  collaboration: CollaborationId,
  { member, key, turn }: { readonly member: number; readonly key: string; readonly turn: Turn | undefined },
  now: Date,
): Promise<number | undefined> => {
  const waiting = await unit.actions.waitingFor(member);
  if (waiting !== undefined || turn === undefined) return waiting;
  const delivery = await unit.deliveries.claim({ key, kind: 'nudge', member }, now, turn.held);
  if (delivery === undefined) return undefined;
  await unit.enqueue({ name: 'deliver', collaboration, delivery: delivery.id }, { after: turn.at });
  return delivery.id;
};
