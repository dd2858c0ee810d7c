import type { Calendar } from '../../domain/calendar.ts';
import { remindersShow } from '../../domain/delivery-list.ts';
import type { Unit } from '../../ports/unit.ts';

/** Whether when a person's message goes out could tell who got a reminder of the latest survey; see `remindersShow`. */
export const remindersAreOut = async (unit: Unit, now: Date, calendar: Calendar): Promise<boolean> => {
  const latest = await unit.rounds.latest();
  if (latest === undefined) return false;
  const closed = await unit.rounds.closedAt(latest.number);
  return remindersShow(calendar, { ...latest, closed }, now, (await unit.collaboration()).zone);
};
