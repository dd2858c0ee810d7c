import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isStillAsked } from '../../../bot/domain/actions/nudging-now.ts';
import { dayEnds, dayStarts } from '../../../bot/domain/calendar.ts';
import { turnOf } from '../../../bot/domain/delivery.ts';
import { zoneNames } from '../../../bot/domain/zones.ts';
import { actionOf } from './builders.ts';
import { calendar } from './one-person.ts';

const hour = 3_600_000;
const first = Date.parse('2026-02-02T06:00Z');
const instant = fc.integer({ min: 0, max: 90 * 24 * 60 }).map((minute) => new Date(first + minute * 60_000));
const isInHours = (at: Date, zone: string): boolean => {
  const day = calendar.dateOf(at, zone);
  const [starts, ends] = [dayStarts, dayEnds].map((time) => calendar.instantOf(day, time, zone));
  return starts !== undefined && ends !== undefined && calendar.isWorkingDay(day, zone) && at >= starts && at < ends;
};

describe('a nudge that somebody asks for', function () {
  this.timeout(60_000);

  it('leaves at once only in working hours and 48 hours after the last message, and otherwise at the first moment of both', () => {
    fc.assert(
      fc.property(instant, fc.option(fc.integer({ min: 0, max: 100 })), fc.constantFrom(...zoneNames), (now, ago, zone) => {
        const lastTouch = ago === null ? undefined : new Date(now.getTime() - ago * hour);
        const isRested = (at: Date) => lastTouch === undefined || at.getTime() - lastTouch.getTime() >= 48 * hour;
        const turn = turnOf(calendar, { now, lastTouch, zone });
        assert.ok(turn);
        assert.equal(turn.held === undefined, isInHours(now, zone) && isRested(now));
        if (turn.held === undefined) return;
        assert.ok(turn.at > now && isInHours(turn.at, zone) && isRested(turn.at));
        assert.deepEqual(turn.held.until, turn.at);
        const before = new Date(turn.at.getTime() - 60_000);
        assert.ok(!isInHours(before, zone) || !isRested(before), 'not a minute later than it must');
        // The reason given is one: without the message before, it would have gone earlier, or it would not.
        const alone = turnOf(calendar, { now, lastTouch: undefined, zone });
        const same = alone?.at.getTime() === turn.at.getTime();
        assert.equal(turn.held.because, same ? alone.held?.because : '48 hours');
      }),
    );
  });

  it('is not said any more once somebody has said something, while it is snoozed, when it is closed, or to who owns it no more', () => {
    const asked = new Date('2026-03-02T09:00Z');
    const onRoster = new Set([1]);
    const still = (more: Parameters<typeof actionOf>[0] = {}, member = 1) =>
      isStillAsked(actionOf(more), member, onRoster, { asked, today: '2026-03-03' });
    assert.ok(still());
    assert.ok(still({ heard: asked }));
    assert.ok(still({ snoozed: { until: '2026-03-03', because: 'over' } }));
    assert.ok(!still({ heard: new Date('2026-03-02T09:01Z') }));
    assert.ok(!still({ snoozed: { until: '2026-03-04', because: 'A sample' } }));
    assert.ok(!still({ state: 'done' }));
    assert.ok(!still({ owners: [{ organisation: 1, member: 2 }] }));
    assert.ok(!still({ owners: [{ organisation: 1, member: 2 }] }, 2), 'not on the roster');
  });
});
