import rrule from 'rrule';
import type { Recurrence, RhythmRule, Weekday } from '../domain/meetings/rhythm.ts';

const { RRule } = rrule;

const weekdays = { 1: RRule.MO, 2: RRule.TU, 3: RRule.WE, 4: RRule.TH, 5: RRule.FR, 6: RRule.SA, 7: RRule.SU } as const;
const weekdayOf = (weekday: Weekday) => weekdays[weekday];

const optionsOf = (rule: RhythmRule) =>
  rule.each === 'week'
    ? { freq: RRule.WEEKLY, byweekday: [weekdayOf(rule.weekday)] }
    : { freq: RRule.MONTHLY, byweekday: [weekdayOf(rule.weekday).nth(rule.nth)] };

/** RFC 5545 by rrule, on days alone: it is given noon UTC of each, so no zone can move one. */
export const recurrence: Recurrence = (rule, from, until, most) => {
  const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
  const found = new RRule({
    ...{ ...optionsOf(rule), interval: rule.every, wkst: RRule.MO },
    ...{ dtstart: noon(from), until: noon(until), count: most },
  });
  return found.all().map((day) => day.toISOString().slice(0, 10));
};
