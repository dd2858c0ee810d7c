import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { ClockWish } from './wire.ts';

/** The clock of this machine's Teams and of the app beside it: the machine's own, moved forward. Never back: what was sent was sent. */

/** Where the sample is. */
const zone = 'Europe/Oslo';
const morning = { hour: 9, minute: 0, second: 0, millisecond: 0 };
const furthestYears = 2;
const saturday = 6;

const holidays = new Holidays('NO');
const isWorkingDay = (day: DateTime): boolean => {
  const found = holidays.isHoliday(day.set({ hour: 12 }).toJSDate());
  return day.weekday < saturday && (found === false || !found.some(({ type }) => type === 'public' || type === 'bank'));
};

const nextWorkingMorning = (now: DateTime): DateTime => {
  let day = now.plus({ days: 1 });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  return day.set(morning);
};

const ahead = (from: DateTime, wish: ClockWish): DateTime => {
  if (wish.by === 'day') return from.plus({ days: 1 });
  return wish.by === 'working day'
    ? nextWorkingMorning(from)
    : DateTime.fromISO(`${wish.date}T${wish.time ?? '09:00'}`, { zone });
};

/** Where to move it, in milliseconds since 1970; undefined: not ahead, or further than two years. */
export const movedTo = (now: number, wish: ClockWish): number | undefined => {
  const from = DateTime.fromMillis(now, { zone });
  const to = ahead(from, wish);
  return to > from && to <= from.plus({ years: furthestYears }) ? to.toMillis() : undefined;
};
