import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '../../../bot/adapters/calendar.ts';
import { planUntil } from '../../../bot/domain/meetings/plan-until.ts';
import { closingOf, daysInOrder, openingOf } from '../../../bot/domain/meetings/survey.ts';

const oslo = 'Europe/Oslo';
const usual = { opensBefore: 14, closesBefore: 3 };
const surveyFor = (date: string, days = usual, zone = oslo) => ({
  opens: openingOf(calendar, date, days, zone),
  closes: closingOf(calendar, date, days, zone),
});
const planOf = (date: string, zone = oslo) => planUntil(calendar, { date, starts: '09:00' }, zone, surveyFor(date, usual, zone));
const lines = (date: string, zone = oslo): readonly string[] =>
  planOf(date, zone).map(({ is, at, day }) => `${is} ${at?.toISOString().slice(0, 16) ?? day}`);

describe('the plan until a meeting', () => {
  it('has everything the app does, in its order, in the working hours of the collaboration', () => {
    assert.deepEqual(lines('2026-06-16'), [
      ...['survey opens 2026-06-02T06:00', 'reminder 2026-06-05T06:00', 'reminder 2026-06-10T06:00'],
      ...['reminder 2026-06-12T06:00', 'updates asked 2026-06-12T06:00', 'survey closes 2026-06-12T13:00'],
      ...['results ready 2026-06-12T13:00', 'brief 2026-06-15T06:00', 'meeting 2026-06-16T07:00'],
      ...['check-out 2026-06-16', 'minutes 2026-06-16'],
    ]);
  });

  it('keeps eight in the morning on both sides of the day the clocks change', () => {
    const [opens] = lines('2026-04-10');
    assert.equal(opens, 'survey opens 2026-03-27T07:00');
    assert.ok(lines('2026-04-10').includes('meeting 2026-04-10T07:00'));
  });

  it('asks nothing of anybody in Easter: what falls into it comes before', () => {
    // Maundy Thursday is 2 April, Easter Monday 6 April 2026.
    assert.deepEqual(
      lines('2026-04-07').filter((line) => /^(survey|updates|brief)/.test(line)),
      [
        ...['survey opens 2026-03-24T07:00', 'updates asked 2026-03-31T06:00'],
        ...['survey closes 2026-04-01T13:00', 'brief 2026-04-01T13:15'],
      ],
    );
    assert.equal(lines('2026-04-20')[0], 'survey opens 2026-04-01T06:00');
  });

  it('keeps the holidays of the place it is in', () => {
    assert.ok(lines('2026-05-18').includes('brief 2026-05-15T13:15'));
    assert.ok(lines('2026-05-26', 'Europe/London').includes('brief 2026-05-22T14:15'));
  });

  it('tells a chair the results: where a survey closes on the day of the brief, it comes a quarter of an hour later', () => {
    const friday = lines('2026-06-15').filter((line) => /^(results|brief)/.test(line));
    assert.deepEqual(friday, ['results ready 2026-06-12T13:00', 'brief 2026-06-12T13:15']);
    const early = { opens: new Date('2026-06-01T06:00Z'), closes: new Date('2026-06-12T05:00Z') };
    const plan = planUntil(calendar, { date: '2026-06-15', starts: '09:00' }, oslo, early);
    assert.equal(plan.find(({ is }) => is === 'brief')?.at?.toISOString(), '2026-06-12T06:00:00.000Z');
  });

  it('without a survey has the rest', () => {
    assert.deepEqual(
      planUntil(calendar, { date: '2026-06-16', starts: '13:30' }, oslo).map(({ is }) => is),
      ['updates asked', 'brief', 'meeting', 'check-out', 'minutes'],
    );
  });

  it('for any day and any days before it is in order, and nobody is written to on a day off', () => {
    const day = fc.integer({ min: 0, max: 1_500 }).map((days) => calendar.plusDays('2026-01-01', days));
    const days = fc
      .record({ opensBefore: fc.integer({ min: 2, max: 60 }), closesBefore: fc.integer({ min: 1, max: 59 }) })
      .filter(daysInOrder);
    fc.assert(
      fc.property(day, days, (date, before) => {
        const survey = surveyFor(date, before);
        fc.pre(survey.opens < survey.closes);
        const plan = planUntil(calendar, { date, starts: '09:00' }, oslo, survey);
        const moments = plan.flatMap(({ at }) => (at === undefined ? [] : [at.getTime()]));
        assert.deepEqual(
          moments,
          [...moments].sort((one, other) => one - other),
        );
        for (const { is, day: on } of plan)
          if (!['meeting', 'check-out', 'minutes'].includes(is)) assert.ok(calendar.isWorkingDay(on, oslo), `${is} ${on}`);
      }),
      { numRuns: 150 },
    );
  });
});
