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

/** Zones by luxon, public holidays by date-holidays (kinds `public` and `bank`). A zone without a country has weekends only. */
export const calendar: Calendar = {
  dateOf: (instant, zone) => DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd'),
  instantOf: (date, time, zone) => DateTime.fromISO(`${date}T${time}`, { zone }).toJSDate(),
  plusDays: (date, days) => DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'),
  isWorkingDay: (date, zone) => {
    if (DateTime.fromISO(date, { zone: 'utc' }).weekday >= saturday) return false;
    const country = countryOf(zone);
    if (country === undefined) return true;
    // An instant, not a text: a text would be read in the zone of the server.
    const onDay = holidaysOf(country).isHoliday(DateTime.fromISO(`${date}T12:00`, { zone }).toJSDate());
    return onDay === false || !onDay.some(({ type }) => type === 'public' || type === 'bank');
  },
};
