import { mostTold, stillTold, tellingAt, tellingDelivery } from '../../domain/actions/telling.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Unit } from '../../ports/unit.ts';
import { dropped, homeOf } from '../sending/ready.ts';
import type { Ready } from '../sending/ready.ts';

/**
 * The home channel is told of an action that was agreed elsewhere: with the card that waits a moment already, or a new one. Whoever
 * calls it has the collaboration to itself (`oneAtATime`).
 */
export const tellHome = async (unit: Unit, collaboration: CollaborationId, action: number, now: Date): Promise<void> => {
  const waiting = await unit.actions.waitingToTell(mostTold);
  if (waiting !== undefined) {
    await unit.actions.tellWith(action, waiting);
    return;
  }
  const until = tellingAt(now);
  const card = await unit.deliveries.claim(tellingDelivery(action), now, { because: 'company', until });
  if (card === undefined) return;
  await unit.actions.tellWith(action, card.id);
  await unit.enqueue({ name: 'deliver', collaboration, delivery: card.id }, { after: until });
};

/** The card of agreed actions whose turn has come, as they stand now. Nothing is put into it any more: who would waits for this transaction. */
export const readyTelling = async (unit: Unit, delivery: Delivery): Promise<Ready> => {
  await unit.oneAtATime();
  const actions = stillTold(await unit.actions.toldWith(delivery.id));
  if (actions.length === 0) return dropped;
  const collaboration = await unit.collaboration();
  const people = await unit.members.all();
  const facts = { language: collaboration.language, collaboration, people, actions };
  return { is: 'ready', address: homeOf(collaboration), message: { kind: 'agreed', facts } };
};
