import type { Calendar } from '../../domain/calendar.ts';
import type { DeliveryKind } from '../../domain/delivery.ts';
import { turnOf } from '../../domain/delivery.ts';
import type { WaitingNudge } from '../../domain/actions/nudging.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Ahead } from './ahead.ts';

type Wish = {
  readonly kind: Extract<DeliveryKind, 'brief' | 'update request'>;
  readonly key: string;
  readonly member: number;
  /** Theirs, else the collaboration's. */
  readonly zone: string;
  /** What they are asked about. */
  readonly asked: readonly WaitingNudge[];
};

/**
 * One message to one person before a meeting, and never two: nudges that wait for them come with it, and a digest that waits gives way to
 * a brief; a request for updates goes with the digest or brief that waits. Not where they cannot be written to before it begins.
 */
export const messageAhead = async (
  unit: Unit,
  { meeting, begins }: Ahead,
  { kind, key, member, zone, asked }: Wish,
  now: Date,
  calendar: Calendar,
): Promise<void> => {
  const { id: collaboration } = await unit.collaboration();
  const lastTouch = await unit.deliveries.lastTouch(member);
  const turn = turnOf(calendar, { now, lastTouch, zone, until: begins });
  const waits = await unit.actions.waitingFor(member);
  const waiting = waits === undefined ? undefined : await unit.deliveries.find(waits);
  if (turn === undefined) return;
  const message = await unit.deliveries.claim({ key, kind, meeting: meeting.number, member }, now, turn.held);
  if (message === undefined) return;
  const company = kind === 'update request' && waiting !== undefined && waiting.kind !== 'nudge' ? waiting : undefined;
  const there = waiting === undefined ? [] : await unit.actions.ofDelivery(waiting.id);
  const fresh = asked.filter(
    (one) => !there.some(({ action, due, step }) => one.action === action && one.due === due && one.step === step),
  );
  if (fresh.length > 0) await unit.actions.claim(member, fresh, (company ?? message).id);
  const spare = company === undefined ? waiting : message;
  if (spare !== undefined) {
    if (company === undefined) await unit.actions.moveTo(spare.id, message.id);
    await unit.deliveries.settleWaiting(spare.id, { state: 'dropped' }, now);
  }
  if (company === undefined) await unit.enqueue({ name: 'deliver', collaboration, delivery: message.id }, { after: turn.at });
};
