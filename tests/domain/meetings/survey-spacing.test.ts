import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '../../../bot/adapters/calendar.ts';
import { recurrence } from '../../../bot/adapters/recurrence.ts';
import { arrangement, surveysAlong } from '../../../bot/domain/meetings/arrangement.ts';
import type { Meeting } from '../../../bot/domain/meetings/meeting.ts';
import { daysOf } from '../../../bot/domain/meetings/rhythm.ts';
import type { RhythmRule } from '../../../bot/domain/meetings/rhythm.ts';
import { closingOf } from '../../../bot/domain/meetings/survey.ts';
import type { MeetingSurvey } from '../../../bot/domain/meetings/survey.ts';
import { fewestDaysBetween, roundAskedFor } from '../../../bot/domain/meetings/survey-spacing.ts';

const zone = 'Europe/Oslo';
const today = '2026-11-23';
const now = calendar.instantOf(today, '09:00', zone);
const usual: MeetingSurvey = {
  ...{ instrument: 'relational', questions: [], audience: ['leader'], k: 3, opensBefore: 14, closesBefore: 3 },
};
const facts = { wish: usual, was: usual, others: [], now, zone };
const daysBy = (rule: RhythmRule) => daysOf(recurrence, calendar, { rule, from: '2026-12-20', starts: '09:00' }, today, zone);
const placesOn = (days: readonly string[]) => days.map((date) => ({ date }));
const meeting = (number: number, date: string, more: Partial<Meeting> = {}): Meeting => ({
  ...{ number, date, starts: '09:00', state: 'planned', byRhythm: true, version: 1 },
  ...more,
});

describe('the survey of a rhythm', () => {
  const withSurvey = (rule: RhythmRule): readonly boolean[] =>
    surveysAlong(calendar, placesOn(daysBy(rule)), facts).map(({ survey }) => survey !== undefined);

  it('goes with every third of the meetings that are each month or every four weeks, and with each of those every three months', () => {
    const third = Array.from({ length: 9 }, (_, at) => at % 3 === 0);
    assert.deepEqual(withSurvey({ each: 'month', every: 1, weekday: 2, nth: 4 }).slice(0, 9), third);
    assert.deepEqual(withSurvey({ each: 'week', every: 4, weekday: 2 }).slice(0, 9), third);
    assert.ok(withSurvey({ each: 'month', every: 3, weekday: 2, nth: 4 }).every(Boolean));
    assert.deepEqual(withSurvey({ each: 'month', every: 2, weekday: 4, nth: 1 }).slice(0, 4), [true, false, true, false]);
  });

  it('never asks people again before eleven weeks, whatever the rhythm, and whatever was asked before', () => {
    const rule = fc.oneof(
      fc.record({
        each: fc.constant('week' as const),
        every: fc.integer({ min: 1, max: 52 }),
        weekday: fc.constantFrom(1, 3, 5),
      }),
      fc.record({
        ...{ each: fc.constant('month' as const), every: fc.integer({ min: 1, max: 12 }) },
        ...{ weekday: fc.constantFrom(2, 4), nth: fc.constantFrom(1, 3, 5, -1) },
      }),
    ) as fc.Arbitrary<RhythmRule>;
    const before = fc.array(
      fc.integer({ min: -100, max: 400 }).map((days) => calendar.instantOf(calendar.plusDays(today, days), '15:00', zone)),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(rule, before, (wished, others) => {
        const places = placesOn(daysBy(wished));
        const own = surveysAlong(calendar, places, { ...facts, others }).flatMap(({ survey, notProposed }, at) =>
          survey === undefined || notProposed !== undefined ? [] : [closingOf(calendar, places[at]?.date ?? '', survey, zone)],
        );
        for (const [at, one] of own.entries())
          for (const other of [...others, ...own.slice(at + 1)])
            assert.ok(Math.abs(one.getTime() - other.getTime()) >= fewestDaysBetween * 86_400_000);
      }),
      { numRuns: 100 },
    );
  });

  it('that somebody set for one meeting stays with that meeting, and the others keep away from it', () => {
    const own: MeetingSurvey = { ...usual, instrument: 'health check' };
    const days = daysBy({ each: 'month', every: 1, weekday: 2, nth: 4 });
    const meetings = days.slice(0, 6).map((date, at) => meeting(at + 1, date, at === 1 ? { survey: own } : {}));
    const { places } = arrangement(days.slice(0, 6), meetings);
    assert.deepEqual(
      surveysAlong(calendar, places, facts).map(({ survey }) => survey?.instrument),
      [undefined, 'health check', undefined, undefined, 'relational', undefined],
    );
  });

  it('whose opening day is over is there and says so; where the rhythm has none, its meetings have none', () => {
    const places = placesOn(['2026-12-01', '2027-03-02']);
    assert.deepEqual(
      surveysAlong(calendar, places, facts).map(({ survey, notProposed }) => [survey !== undefined, notProposed]),
      [
        [true, 'opening day over'],
        [true, undefined],
      ],
    );
    const { places: before } = arrangement(['2027-03-02'], [meeting(1, '2027-03-02', { survey: usual })]);
    assert.deepEqual(surveysAlong(calendar, before, { ...facts, wish: undefined }), [{}]);
  });
});

describe('the round that asks for a meeting', () => {
  const closing = (day: string) => ({ closes: calendar.instantOf(day, '15:00', zone) });
  const asks = (day: string, before?: string) =>
    roundAskedFor(calendar, { date: '2027-03-02', before }, [closing(day)], zone) !== undefined;

  it('closes by its day, after the meeting before, and no longer ago than a survey may open before its meeting', () => {
    assert.deepEqual(
      ['2027-03-02', '2027-02-26', '2027-01-01'].map((day) => asks(day)),
      [true, true, true],
    );
    assert.deepEqual(
      ['2027-03-03', '2026-12-31'].map((day) => asks(day)),
      [false, false],
    );
    assert.deepEqual(
      ['2027-02-02', '2027-02-03'].map((day) => asks(day, '2027-02-02')),
      [false, true],
    );
  });
});
