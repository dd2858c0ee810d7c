/** Days and clocks where people are; an adapter knows zones and public holidays. Dates are YYYY-MM-DD in the zone given. */
export type Calendar = {
  dateOf(instant: Date, zone: string): string;
  /** The instant at which clocks in `zone` show this `time` (HH:MM) on this date; the later one where a time does not exist. */
  instantOf(date: string, time: string, zone: string): Date;
  plusDays(date: string, days: number): string;
  /** No weekend and no public holiday of the zone's country. */
  isWorkingDay(date: string, zone: string): boolean;
};

/** Nothing is sent to a person outside these hours of theirs. */
export const dayStarts = '08:00';
export const dayEnds = '16:00';

const hoursBetweenTouches = 48;

/** A year ahead: further than this there is no working day to be found, and the search ends. */
const furthestDays = 366;

/** The first moment from `from` on that lies in working hours of a working day in `zone`. */
export const workingMoment = (calendar: Calendar, from: Date, zone: string): Date | undefined => {
  let date = calendar.dateOf(from, zone);
  for (let days = 0; days < furthestDays; days += 1) {
    if (calendar.isWorkingDay(date, zone)) {
      const starts = calendar.instantOf(date, dayStarts, zone);
      if (from <= starts) return starts;
      if (from < calendar.instantOf(date, dayEnds, zone)) return from;
    }
    date = calendar.plusDays(date, 1);
  }
  return undefined;
};

/** Whoever was last written to at this instant, or before, may be written to again. */
export const restedSince = (now: Date): Date => new Date(now.getTime() - hoursBetweenTouches * 3_600_000);

/** From when on a person may be written to again after the last touch; `now` where that is over. */
const restedAt = ({ now, lastTouch }: { readonly now: Date; readonly lastTouch: Date | undefined }): Date => {
  const rested = lastTouch === undefined ? now : new Date(lastTouch.getTime() + hoursBetweenTouches * 3_600_000);
  return rested > now ? rested : now;
};

/**
 * When a person may next be written to: in working hours and 48 hours after the last touch, over everything the app sends.
 * Undefined: not before `until`, so not at all; a message without a last moment has no `until`.
 */
export const touchMoment = (
  calendar: Calendar,
  facts: { readonly now: Date; readonly lastTouch: Date | undefined; readonly zone: string; readonly until?: Date },
): Date | undefined => {
  const moment = workingMoment(calendar, restedAt(facts), facts.zone);
  return moment !== undefined && (facts.until === undefined || moment < facts.until) ? moment : undefined;
};
