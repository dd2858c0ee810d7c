import type { Calendar } from '../calendar.ts';
import { dayStarts } from '../calendar.ts';
import { workingDay } from '../plan.ts';

/** When who was not there is told: on the morning of the next working day, so that whoever takes attendance has the rest of the day for it. */
export const toldAt = (calendar: Calendar, ended: Date, zone: string): Date => {
  const tomorrow = calendar.plusDays(calendar.dateOf(ended, zone), 1);
  return calendar.instantOf(workingDay(calendar, tomorrow, 1, zone), dayStarts, zone);
};

type Somebody = { readonly id: number; readonly joined?: Date };

/**
 * Whom to tell "since you were last here": who was absent, where somebody has said who was there; else only who joined since the meeting
 * before, for whom everything in it is new. Nobody who joined after it ended: they will hear of it with what they join.
 * `present` undefined: nobody has said who was there.
 */
export const toldSince = <Person extends Somebody>(
  people: readonly Person[],
  present: ReadonlySet<number> | undefined,
  { ended, previous }: { readonly ended: Date; readonly previous: Date | undefined },
): readonly Person[] =>
  people.filter(({ id, joined }) => {
    if (present !== undefined) return !present.has(id);
    return joined !== undefined && joined <= ended && previous !== undefined && joined > previous;
  });
