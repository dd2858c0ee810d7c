import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '../../../bot/adapters/calendar.ts';
import { recurrence } from '../../../bot/adapters/recurrence.ts';
import type { Rhythm, RhythmRule, Weekday } from '../../../bot/domain/meetings/rhythm.ts';
import { daysOf, plannedAhead } from '../../../bot/domain/meetings/rhythm.ts';

const oslo = 'Europe/Oslo';
const daysFrom = (rule: RhythmRule, from: string, today = '2026-01-01'): readonly string[] =>
  daysOf(recurrence, calendar, { rule, from, starts: '09:00' }, today, oslo);
const isoWeekday = (date: string): number => ((new Date(`${date}T12:00Z`).getUTCDay() + 6) % 7) + 1;

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const rule: fc.Arbitrary<RhythmRule> = fc.oneof(
  fc.record({ each: fc.constant('week' as const), every: fc.integer({ min: 1, max: 52 }), weekday }),
  fc.record({
    ...{ each: fc.constant('month' as const), every: fc.integer({ min: 1, max: 12 }), weekday },
    nth: fc.constantFrom<1 | 2 | 3 | 4 | 5 | -1>(1, 2, 3, 4, 5, -1),
  }),
);
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => calendar.plusDays('2026-01-01', days));
const rhythm: fc.Arbitrary<Rhythm> = fc.record({ rule, from: day, starts: fc.constant('09:00') });

describe('a rhythm of meetings', () => {
  it('of every fourth Tuesday gives every fourth Tuesday, across the days the clocks change', () => {
    assert.deepEqual(daysFrom({ each: 'week', every: 4, weekday: 2 }, '2026-02-24').slice(0, 4), [
      ...['2026-02-24', '2026-03-24', '2026-04-21', '2026-05-19'],
    ]);
  });

  it('leaves out a meeting that falls on a public holiday, and moves no other', () => {
    // 14 May 2026 is Ascension Day in Norway.
    const thursdays = daysFrom({ each: 'week', every: 1, weekday: 4 }, '2026-05-07');
    assert.deepEqual(thursdays.slice(0, 3), ['2026-05-07', '2026-05-21', '2026-05-28']);
  });

  it('of the last Friday of each month gives that', () => {
    assert.deepEqual(daysFrom({ each: 'month', every: 1, weekday: 5, nth: -1 }, '2026-01-01').slice(0, 3), [
      ...['2026-01-30', '2026-02-27', '2026-03-27'],
    ]);
  });

  it('that never meets on a working day gives nothing', () => {
    assert.deepEqual(daysFrom({ each: 'week', every: 1, weekday: 7 }, '2026-01-01'), []);
  });

  it('gives days ahead, in order, each on its weekday and a working day, no more than are planned ahead', () => {
    fc.assert(
      fc.property(rhythm, day, (wanted, today) => {
        const found = daysOf(recurrence, calendar, wanted, today, oslo);
        assert.ok(found.length <= plannedAhead.meetings);
        assert.deepEqual(found, [...new Set(found)].sort());
        for (const date of found) {
          assert.ok(date > today && date >= wanted.from);
          assert.equal(isoWeekday(date), wanted.rule.weekday);
          assert.ok(calendar.isWorkingDay(date, oslo));
        }
      }),
    );
  });
});
