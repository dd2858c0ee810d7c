import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { turnOf } from '../../domain/delivery.ts';
import type { NewDelivery } from '../../domain/delivery.ts';
import type { Unit } from '../../ports/unit.ts';

type ToPerson = NewDelivery & { readonly member: number };

/**
 * One message to one person, at their next moment that hours, holidays and the 48 hours' rule allow; none where that is not before `until`.
 * `zone`: theirs, else the collaboration's. May it run twice? Yes: it is claimed once.
 */
export const messageTo = async (
  unit: Unit,
  collaboration: CollaborationId,
  wish: ToPerson,
  when: { readonly now: Date; readonly zone: string; readonly until?: Date },
  calendar: Calendar,
): Promise<void> => {
  const lastTouch = await unit.deliveries.lastTouch(wish.member);
  const turn = turnOf(calendar, { ...when, lastTouch });
  if (turn === undefined) return;
  const message = await unit.deliveries.claim(wish, when.now, turn.held);
  if (message !== undefined) await unit.enqueue({ name: 'deliver', collaboration, delivery: message.id }, { after: turn.at });
};

/** One message to the home channel, or the linked one the wish names, at once. May it run twice? Yes, as above. */
export const messageToChannel = async (
  unit: Unit,
  collaboration: CollaborationId,
  wish: Omit<NewDelivery, 'member'>,
  now: Date,
): Promise<void> => {
  const message = await unit.deliveries.claim(wish, now);
  if (message !== undefined) await unit.enqueue({ name: 'deliver', collaboration, delivery: message.id });
};
