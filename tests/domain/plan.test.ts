import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '../../bot/adapters/calendar.ts';
import { closingTime, proposedClosingDate, reminders } from '../../bot/domain/plan.ts';
import { zoneNames } from '../../bot/domain/zones.ts';

const oslo = 'Europe/Oslo';
const planned = (opens: string, closing: string, zone = oslo) =>
  reminders(calendar, new Date(opens), calendar.instantOf(closing, closingTime, zone), zone);
const days = (opens: string, closing: string, zone = oslo) => planned(opens, closing, zone).map(({ day }) => day);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the reminders of a round', () => {
  it('go seven and two days before the close and on the closing day, at the start of the working day', () => {
    const found = planned('2027-02-12T09:00Z', '2027-02-26');
    assert.deepEqual(
      found.map(({ day, daysLeft }) => [day, daysLeft]),
      [
        ['2027-02-19', 7],
        ['2027-02-24', 2],
        ['2027-02-26', 0],
      ],
    );
    for (const { day, at } of found) assert.deepEqual(at, calendar.instantOf(day, '08:00', oslo));
  });

  it('go at eight o’clock on both sides of the change of clocks', () => {
    assert.deepEqual(
      planned('2026-10-12T09:00Z', '2026-10-26').map(({ at }) => at.toISOString().slice(0, 16)),
      ['2026-10-19T06:00', '2026-10-23T06:00', '2026-10-26T07:00'],
    );
  });

  it('move from a weekend or a holiday to the working day before', () => {
    assert.deepEqual(days('2027-05-03T09:00Z', '2027-05-19'), ['2027-05-12', '2027-05-14', '2027-05-19'], '17 May is a Monday');
    assert.deepEqual(
      days('2027-02-01T09:00Z', '2027-02-22'),
      ['2027-02-15', '2027-02-19', '2027-02-22'],
      'two days before Monday',
    );
    assert.deepEqual(
      days('2027-08-16T09:00Z', '2027-09-01', 'Europe/London'),
      ['2027-08-25', '2027-08-27', '2027-09-01'],
      '30 August is free',
    );
  });

  it('tell how many days are left from the day they go, not from the day they were moved from', () => {
    assert.deepEqual(
      planned('2027-05-03T09:00Z', '2027-05-19').map(({ daysLeft }) => daysLeft),
      [7, 5, 0],
    );
  });

  it('leave 48 hours between two: what nobody would be sent is not in the plan', () => {
    // A meeting on a Tuesday: the survey closes on the Saturday before, and Friday is the day after Thursday.
    assert.deepEqual(days('2027-02-09T09:00Z', '2027-02-27'), ['2027-02-19', '2027-02-25']);
    assert.deepEqual(
      days('2027-02-09T09:00Z', '2027-02-28'),
      ['2027-02-19', '2027-02-26'],
      'a Sunday: two of them fall on the Friday',
    );
    assert.deepEqual(days('2027-03-15T09:00Z', '2027-03-30'), ['2027-03-23', '2027-03-30'], 'Easter is in between');
  });

  it('leave two days after the launch, whose invitation was a touch', () => {
    assert.deepEqual(days('2027-02-17T09:00Z', '2027-02-26'), ['2027-02-19', '2027-02-24', '2027-02-26']);
    assert.deepEqual(days('2027-02-18T09:00Z', '2027-02-26'), ['2027-02-24', '2027-02-26']);
    assert.deepEqual(days('2027-02-25T09:00Z', '2027-02-26'), []);
  });

  it('are at most three, on different working days, early enough to answer, and never moved further than needed', () => {
    const round = fc.record({
      opens: fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2027-10-01T00:00Z'), noInvalidDate: true }),
      length: fc.integer({ min: 0, max: 30 }),
      zone: fc.constantFrom(...zoneNames),
    });
    fc.assert(
      fc.property(round, ({ opens, length, zone }) => {
        const launch = calendar.dateOf(opens, zone);
        const closing = calendar.plusDays(launch, length);
        const closes = calendar.instantOf(closing, closingTime, zone);
        const found = reminders(calendar, opens, closes, zone);
        assert.ok(found.length <= 3);
        for (const [at, { day, at: instant, daysLeft }] of found.entries()) {
          assert.ok(calendar.isWorkingDay(day, zone) && instant < closes && daysBetween(launch, day) >= 2);
          assert.equal(daysLeft, daysBetween(day, closing));
          assert.ok(at === 0 || daysBetween(found[at - 1]?.day ?? '', day) >= 2);
          const wanted = [7, 2, 0].map((before) => calendar.plusDays(closing, -before)).filter((date) => date >= day);
          const passedOver = (date: string): boolean =>
            date > day && (calendar.isWorkingDay(date, zone) || passedOver(calendar.plusDays(date, -1)));
          assert.ok(
            wanted.some((date) => !passedOver(date)),
            `${day} is none of ${wanted.join(', ')}, nor the working day before`,
          );
        }
        if (length >= 20) assert.ok(found.length >= 2);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the proposed closing date', () => {
  it('is three days before the next meeting', () => {
    assert.equal(proposedClosingDate(calendar, '2027-03-01', '2027-03-15', 'Europe/Oslo'), '2027-03-12');
    assert.equal(proposedClosingDate(calendar, '2027-03-09', '2027-03-15', 'Europe/Oslo'), '2027-03-12');
  });

  it('is eleven days ahead where the meeting is over, or too near for anybody to answer', () => {
    assert.equal(proposedClosingDate(calendar, '2027-03-11', '2027-03-15', 'Europe/Oslo'), '2027-03-22');
    assert.equal(proposedClosingDate(calendar, '2027-03-11', '2027-01-04', 'Europe/Oslo'), '2027-03-22');
  });

  it('always leaves at least two days', () => {
    const date = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        date,
        date,
        (today, meeting) => daysBetween(today, proposedClosingDate(calendar, today, meeting, 'Europe/Oslo')) >= 2,
      ),
    );
  });
});
