import type { Calendar } from './calendar.ts';
import { dayStarts, workingMoment } from './calendar.ts';

/** A round closes at this hour of the collaboration's zone: inside working hours, so the closing day is a day to answer on. */
export const closingTime = '15:00';

const daysBeforeMeeting = 3;
const daysWithoutMeeting = 11;

/** The day itself where it is a working day in `zone`, else the next one before (`step` -1) or after (1). Bounded by a month. */
export const workingDay = (calendar: Calendar, from: string, step: 1 | -1, zone: string): string => {
  let date = from;
  for (let days = 0; days < 31 && !calendar.isWorkingDay(date, zone); days += 1) date = calendar.plusDays(date, step);
  return date;
};

/** Closes on the last working day three days before the meeting; where that is not ahead, on a working day eleven days from today. */
export const proposedClosingDate = (calendar: Calendar, today: string, nextMeeting: string, zone: string): string => {
  const closing = workingDay(calendar, calendar.plusDays(nextMeeting, -daysBeforeMeeting), -1, zone);
  if (closing > calendar.plusDays(today, 1)) return closing;
  return workingDay(calendar, calendar.plusDays(today, daysWithoutMeeting), 1, zone);
};

/** Reminders go to those who have not answered this many days before the closing day. */
const reminderDays = [7, 2, 0] as const;

export type Reminder = { readonly day: string; readonly at: Date; readonly daysLeft: number };

const fewestDaysFromLaunch = 2;
/** Nobody is written to twice in 48 hours: a reminder planned nearer to the one before would reach nobody. */
const fewestDaysBetween = 2;

/**
 * Seven and two days before close, and the closing day, at the start of the working day; from a weekend or holiday moved to the
 * working day before. None within two days of the invitation, which comes in the first working hours, or of the one before.
 */
export const reminders = (calendar: Calendar, opens: Date, closes: Date, zone: string): readonly Reminder[] => {
  const closingDay = calendar.dateOf(closes, zone);
  const invited = workingMoment(calendar, opens, zone) ?? opens;
  const earliest = calendar.plusDays(calendar.dateOf(invited, zone), fewestDaysFromLaunch);
  const wanted: string[] = [];
  for (const before of reminderDays) {
    let day = calendar.plusDays(closingDay, -before);
    while (day >= earliest && !calendar.isWorkingDay(day, zone)) day = calendar.plusDays(day, -1);
    if (day >= earliest) wanted.push(day);
  }
  const days: string[] = [];
  for (const day of wanted.sort()) {
    const before = days.at(-1);
    if (before === undefined || day >= calendar.plusDays(before, fewestDaysBetween)) days.push(day);
  }
  return days.map((day) => ({
    day,
    at: calendar.instantOf(day, dayStarts, zone),
    daysLeft: Math.round((Date.parse(closingDay) - Date.parse(day)) / 86_400_000),
  }));
};
