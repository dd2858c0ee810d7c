import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { calendar } from '../../bot/adapters/calendar.ts';
import { dayEnds, dayStarts, touchMoment, workingMoment } from '../../bot/domain/calendar.ts';
import { zoneNames } from '../../bot/domain/zones.ts';

const oslo = 'Europe/Oslo';
const london = 'Europe/London';

/** Working-day holidays of a year: the weekdays on which nothing is sent. */
const freeWeekdays = (year: number, zone: string): readonly string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = calendar.plusDays(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !calendar.isWorkingDay(day, zone)) days.push(day.slice(5));
  }
  return days;
};

const at = (moment: Date | undefined): string | undefined => moment?.toISOString().slice(0, 16);
const moment = (from: string, zone: string) => at(workingMoment(calendar, new Date(from), zone));
const touch = (now: string, lastTouch: string | undefined, until = '2027-12-31T12:00Z', zone = oslo) =>
  at(
    touchMoment(calendar, {
      now: new Date(now),
      lastTouch: lastTouch === undefined ? undefined : new Date(lastTouch),
      zone,
      until: new Date(until),
    }),
  );

const instant = fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2027-12-01T00:00Z'), noInvalidDate: true });
const zone = fc.constantFrom(...zoneNames);

describe('the calendar', function () {
  this.timeout(30_000);

  it('keeps the public holidays of Norway', () => {
    // Easter is on 5 April 2026 and 28 March 2027; 17 May 2026 is a Sunday, and Norway moves no holiday.
    assert.deepEqual(freeWeekdays(2026, oslo), ['01-01', '04-02', '04-03', '04-06', '05-01', '05-14', '05-25', '12-24', '12-25']);
    assert.deepEqual(freeWeekdays(2027, oslo), ['01-01', '03-25', '03-26', '03-29', '05-06', '05-17', '12-24']);
  });

  it('keeps the bank holidays of England, with the days they are moved to', () => {
    assert.deepEqual(freeWeekdays(2026, london), ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']);
    assert.deepEqual(freeWeekdays(2027, london), ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']);
  });

  it('knows weekends and some holidays in every zone that set-up offers', () => {
    for (const name of zoneNames) {
      assert.equal(calendar.isWorkingDay('2027-02-06', name), false, name);
      assert.equal(calendar.isWorkingDay('2027-02-07', name), false, name);
      assert.equal(calendar.isWorkingDay('2027-02-09', name), true, name);
      assert.equal(calendar.isWorkingDay('2027-03-29', name), false, `Easter Monday in ${name}`);
    }
  });

  it('has weekends only in a zone whose country it does not know', () => {
    assert.deepEqual(freeWeekdays(2027, 'America/New_York'), []);
  });

  it('knows the same holidays wherever the server runs', () => {
    const script = `import('./bot/adapters/calendar.ts').then(({ calendar }) =>
      console.log(['2027-05-16', '2027-05-17', '2027-05-18'].map((day) => calendar.isWorkingDay(day, 'Europe/Oslo')).join()))`;
    for (const TZ of ['Pacific/Honolulu', 'Pacific/Kiritimati']) {
      const said = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      assert.equal(said.trim(), 'false,false,true', TZ);
    }
  });

  it('tells dates and clocks where people are, on both sides of the change of clocks', () => {
    assert.equal(calendar.dateOf(new Date('2027-01-15T23:30Z'), oslo), '2027-01-16');
    assert.equal(calendar.dateOf(new Date('2027-01-15T23:30Z'), london), '2027-01-15');
    assert.equal(at(calendar.instantOf('2027-03-26', '08:00', oslo)), '2027-03-26T07:00');
    assert.equal(at(calendar.instantOf('2027-03-30', '08:00', oslo)), '2027-03-30T06:00');
    assert.equal(at(calendar.instantOf('2026-10-26', '08:00', london)), '2026-10-26T08:00');
    assert.equal(
      at(calendar.instantOf('2027-03-28', '02:30', oslo)),
      '2027-03-28T01:30',
      'a time that does not exist is the later one',
    );
    assert.equal(calendar.plusDays('2027-03-27', 2), '2027-03-29');
    assert.equal(calendar.plusDays('2027-01-01', -1), '2026-12-31');
  });
});

describe('when a person may be written to', () => {
  it('is from 08 to 16 of a working day where they are', () => {
    assert.equal(moment('2027-02-09T05:00Z', oslo), '2027-02-09T07:00');
    assert.equal(moment('2027-02-09T07:00Z', oslo), '2027-02-09T07:00');
    assert.equal(moment('2027-02-09T14:59Z', oslo), '2027-02-09T14:59');
    assert.equal(moment('2027-02-09T15:00Z', oslo), '2027-02-10T07:00');
    assert.equal(moment('2027-02-09T15:00Z', london), '2027-02-09T15:00');
  });

  it('is not at weekends, nor on holidays, nor across Easter', () => {
    assert.equal(moment('2027-02-05T15:30Z', oslo), '2027-02-08T07:00', 'Friday evening to Monday');
    assert.equal(moment('2027-05-16T10:00Z', oslo), '2027-05-18T06:00', '17 May is a Monday');
    assert.equal(
      moment('2027-03-24T15:00Z', oslo),
      '2027-03-30T06:00',
      'Wednesday before Easter to Tuesday after, and summer time',
    );
    assert.equal(moment('2027-08-28T10:00Z', london), '2027-08-31T07:00', 'over the summer bank holiday');
  });

  it('is 48 hours after the last touch at the earliest, over everything', () => {
    assert.equal(touch('2027-02-09T09:00Z', undefined), '2027-02-09T09:00');
    assert.equal(touch('2027-02-09T09:00Z', '2027-02-07T09:00Z'), '2027-02-09T09:00');
    assert.equal(touch('2027-02-09T09:00Z', '2027-02-07T09:01Z'), '2027-02-09T09:01');
    assert.equal(touch('2027-02-09T09:00Z', '2027-02-08T14:00Z'), '2027-02-10T14:00');
    assert.equal(touch('2027-02-12T09:00Z', '2027-02-11T09:00Z'), '2027-02-15T07:00', 'Saturday waits for Monday');
  });

  it('is never at or after the close', () => {
    assert.equal(touch('2027-02-09T09:00Z', undefined, '2027-02-09T09:00Z'), undefined);
    assert.equal(touch('2027-02-09T09:00Z', undefined, '2027-02-09T09:01Z'), '2027-02-09T09:00');
    assert.equal(touch('2027-02-12T15:30Z', undefined, '2027-02-13T14:00Z'), undefined);
  });

  it('always lies in working hours, never before it was asked, and nothing earlier would do', () => {
    fc.assert(
      fc.property(instant, zone, (from, name) => {
        const found = workingMoment(calendar, from, name);
        assert.ok(found !== undefined && found >= from);
        const date = calendar.dateOf(found, name);
        assert.ok(calendar.isWorkingDay(date, name));
        assert.ok(found >= calendar.instantOf(date, dayStarts, name) && found < calendar.instantOf(date, dayEnds, name));
        const between = calendar.dateOf(from, name) < date ? calendar.plusDays(date, -1) : undefined;
        const evening = between && calendar.instantOf(between, dayEnds, name);
        if (between && evening && calendar.isWorkingDay(between, name))
          assert.ok(from >= evening, 'a working day was passed over');
      }),
      { numRuns: 200 },
    );
  });

  it('is always in working hours, rested and before the close, or not at all', () => {
    fc.assert(
      fc.property(
        instant,
        fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
        fc.integer({ min: -10, max: 400 }),
        zone,
        (now, hoursAgo, hoursLeft, name) => {
          const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
          const lastTouch = hoursAgo === undefined ? undefined : hours(-hoursAgo);
          const found = touchMoment(calendar, { now, lastTouch, zone: name, until: hours(hoursLeft) });
          if (found === undefined) return;
          assert.ok(found >= now && found < hours(hoursLeft));
          assert.ok(lastTouch === undefined || found.getTime() - lastTouch.getTime() >= 48 * 3_600_000);
          assert.deepEqual(workingMoment(calendar, found, name), found);
        },
      ),
      { numRuns: 200 },
    );
  });
});
