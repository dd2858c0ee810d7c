import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { turnOf } from '../../domain/delivery.ts';
import { mondayOf, nextMonday } from '../../domain/digest.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { isBriefedSoon } from '../meetings/brief-chairs.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

const week = 7 * 86_400_000;

/** The clock comes on Monday. Asked for again it is the same job. */
export const wakeForDigest = async (unit: Unit, collaboration: CollaborationId, now: Date, calendar: Calendar): Promise<void> => {
  const { zone } = await unit.collaboration();
  await unit.enqueue({ name: 'digest', collaboration }, { after: nextMonday(calendar, now, zone) });
};

/** Whether there may be something to tell next week; agreeing an action wakes the clock again. */
const hasMore = async (unit: Unit, now: Date): Promise<boolean> => {
  if ((await unit.actions.open()).length > 0) return true;
  const [closed] = await unit.actions.closed(1);
  return closed?.closed !== undefined && now.getTime() - closed.closed.getTime() < week;
};

/**
 * Claims this week's digest of each integration manager, at their next moment; what waits to be said to them goes with it. What is in it
 * is looked up when it leaves. Who gets a brief within two days gets no digest: it would keep the brief waiting, and tells the same. May it run twice? Yes: one is claimed for each person and week.
 */
export const askDigests =
  ({ store, clock, calendar }: Needs) =>
  (id: CollaborationId): Promise<void> =>
    store.within(id, async (unit) => {
      await unit.oneAtATime();
      const now = clock();
      const collaboration = await unit.collaboration();
      const monday = mondayOf(calendar, calendar.dateOf(now, collaboration.zone));
      for (const { id: member, zone = collaboration.zone, integrationManager } of await unit.members.all()) {
        if (!integrationManager) continue;
        if (await isBriefedSoon(unit, member, now, calendar)) continue;
        const turn = turnOf(calendar, { now, lastTouch: await unit.deliveries.lastTouch(member), zone });
        if (turn === undefined) continue;
        const waiting = await unit.actions.waitingFor(member);
        // A brief that waits tells the same, before a meeting.
        if (waiting !== undefined && (await unit.deliveries.find(waiting))?.kind === 'brief') continue;
        const wish = { key: `digest ${member} ${monday}`, kind: 'digest', member } as const;
        const digest = await unit.deliveries.claim(wish, now, turn.held);
        if (digest === undefined) continue;
        if (waiting !== undefined) {
          await unit.actions.moveTo(waiting, digest.id);
          await unit.deliveries.settleWaiting(waiting, { state: 'dropped' }, now);
        }
        await unit.enqueue({ name: 'deliver', collaboration: id, delivery: digest.id }, { after: turn.at });
      }
      if (await hasMore(unit, now)) await wakeForDigest(unit, id, now, calendar);
    });
