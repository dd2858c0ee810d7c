import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import type { Calendar } from '../domain/calendar.ts';
import { countryOf } from '../domain/zones.ts';

const known = new Map<string, Holidays>();

const holidaysOf = (country: string): Holidays => {
  const found = known.get(country) ?? new Holidays(country);
  known.set(country, found);
  return found;
};

const saturday = 6;

/** Asking date-holidays takes more than a millisecond, and the clock asks for the same days again and again. Emptied when full. */
const asked = new Map<string, boolean>();
const mostAsked = 20_000;

const isHoliday = (date: string, zone: string): boolean => {
  const country = countryOf(zone);
  if (country === undefined) return false;
  const key = `${date} ${zone}`;
  const before = asked.get(key);
  if (before !== undefined) return before;
  // An instant, not a text: a text would be read in the zone of the server.
  const onDay = holidaysOf(country).isHoliday(DateTime.fromISO(`${date}T12:00`, { zone }).toJSDate());
  const is = onDay !== false && onDay.some(({ type }) => type === 'public' || type === 'bank');
  if (asked.size >= mostAsked) asked.clear();
  asked.set(key, is);
  return is;
};

/** Zones by luxon, public holidays by date-holidays (kinds `public` and `bank`). A zone without a country has weekends only. */
export const calendar: Calendar = {
  dateOf: (instant, zone) => DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd'),
  instantOf: (date, time, zone) => DateTime.fromISO(`${date}T${time}`, { zone }).toJSDate(),
  plusDays: (date, days) => DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'),
  isWorkingDay: (date, zone) => DateTime.fromISO(date, { zone: 'utc' }).weekday < saturday && !isHoliday(date, zone),
};
