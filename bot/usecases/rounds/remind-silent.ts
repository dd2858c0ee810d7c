import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { reminders } from '../../domain/plan.ts';
import { isOpen } from '../../domain/round.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { isPlaced } from '../gate.ts';
import { messageTo } from '../sending/message-to.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/**
 * Queues a reminder to each who has not finished answering, at their next moment that hours, holidays and the 48 hours' rule allow;
 * none where that is after the close, and none to who is not on the roster any more. It knows who has answered and never what.
 * May it run twice? Yes: a person's reminder of a day is claimed once.
 */
export const remindSilent =
  ({ store, clock, calendar }: Needs) =>
  async (collaboration: CollaborationId, number: number, day: string): Promise<void> => {
    await store.within(collaboration, async (unit) => {
      // Nudges are put together member by member too; one of the two goes first.
      await unit.oneAtATime();
      const round = await unit.rounds.find(number);
      const now = clock();
      if (round === undefined || !isOpen(round, now)) return;
      const { zone } = await unit.collaboration();
      // A round that was closed early and opened again has other days than those its first launch asked for.
      const planned = reminders(calendar, round.reopened ?? round.opens, round.closes, zone);
      if (!planned.some((reminder) => reminder.day === day)) return;
      for (const { id: member, zone: own = zone } of (await unit.participation.silent(number)).filter(isPlaced)) {
        const wish = { key: `reminder ${number} ${day} ${member}`, kind: 'reminder', round: number, member } as const;
        await messageTo(unit, collaboration, wish, { now, zone: own, until: round.closes }, calendar);
      }
    });
  };
