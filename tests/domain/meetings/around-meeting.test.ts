import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendar } from '../../../bot/adapters/calendar.ts';
import { toldAt, toldSince } from '../../../bot/domain/meetings/after-meeting.ts';
import { beginningOf, briefed, comesAt, isAsking, preparedAt } from '../../../bot/domain/meetings/before-meeting.ts';

const oslo = 'Europe/Oslo';
const meeting = { date: '2026-06-16', starts: '09:00' };
const person = (id: number, chair: boolean, integrationManager: boolean) => ({ id, chair, integrationManager });

describe('around a meeting', () => {
  it('chairs are briefed, and integration managers where there is no chair', () => {
    const people = [person(1, false, true), person(2, true, false), person(3, true, true), person(4, false, false)];
    assert.deepEqual(
      briefed(people).map(({ id }) => id),
      [2, 3],
    );
    assert.deepEqual(
      briefed(people.filter(({ chair }) => !chair)).map(({ id }) => id),
      [1],
    );
  });

  it('what is late when a meeting is planned is done ten minutes later, so that a slip can be taken back', () => {
    const now = new Date('2026-06-15T10:00:00Z');
    assert.equal(comesAt(preparedAt(calendar, meeting, oslo, 'brief'), now).toISOString(), '2026-06-15T10:10:00.000Z');
    const ahead = { date: '2026-06-23', starts: '09:00' };
    assert.equal(comesAt(preparedAt(calendar, ahead, oslo, 'brief'), now).toISOString(), '2026-06-22T06:00:00.000Z');
  });

  it('owners are asked from two working days before until it begins, in any zone and on any day', () => {
    const days = fc.integer({ min: 0, max: 1_000 }).map((plus) => calendar.plusDays('2026-01-01', plus));
    fc.assert(
      fc.property(days, fc.constantFrom(oslo, 'Europe/London', 'America/New_York'), (date, zone) => {
        const one = { date, starts: '13:00' };
        const [asks, begins] = [preparedAt(calendar, one, zone, 'updates asked'), beginningOf(calendar, one, zone)];
        assert.ok(asks < preparedAt(calendar, one, zone, 'brief'));
        assert.deepEqual(
          [-1, 0, 1].map((step) => isAsking(calendar, one, zone, new Date(asks.getTime() + step))),
          [false, true, true],
        );
        assert.equal(isAsking(calendar, one, zone, begins), false);
      }),
    );
  });

  it('who was not there is told on the next working morning: not on Saturday, and at eight on both sides of the change of clocks', () => {
    const told = (ended: string) => toldAt(calendar, new Date(ended), oslo).toISOString();
    assert.equal(told('2026-03-27T12:00:00Z'), '2026-03-30T06:00:00.000Z');
    assert.equal(told('2026-03-26T12:00:00Z'), '2026-03-27T07:00:00.000Z');
    assert.equal(told('2026-04-01T12:00:00Z'), '2026-04-07T06:00:00.000Z');
  });

  it('where attendance was taken, who was absent is told; else only who joined between the two meetings', () => {
    const [previous, between, ended, after] = ['02-10', '02-20', '03-10', '03-11'].map(
      (day) => new Date(`2026-${day}T12:00:00Z`),
    );
    assert.ok(previous && between && ended && after);
    const people = [{ id: 1 }, { id: 2, joined: previous }, { id: 3, joined: between }, { id: 4, joined: after }];
    const told = (present: readonly number[] | undefined, before: Date | undefined) =>
      toldSince(people, present && new Set(present), { ended, previous: before }).map(({ id }) => id);
    assert.deepEqual(told([1, 3], previous), [2, 4]);
    assert.deepEqual(told(undefined, previous), [3]);
    assert.deepEqual(told(undefined, undefined), []);
  });
});
