import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActionWish } from '../../../bot/domain/actions/changing.ts';
import { nudgeDays, nudgeSteps } from '../../../bot/domain/actions/nudging.ts';
import { dayStarts, touchMoment, workingMoment } from '../../../bot/domain/calendar.ts';
import { zoneNames } from '../../../bot/domain/zones.ts';
import { calendar, livesThrough } from './one-person.ts';
import type { Happening } from './one-person.ts';

const runs = { numRuns: 1_000 };
const first = Date.parse('2026-02-02T06:00Z');
const minutes = fc.integer({ min: 0, max: 90 * 24 * 60 });
const instant = (minute: number): Date => new Date(first + minute * 60_000);
const dayAfter = (at: Date, days: number): string => calendar.plusDays(calendar.dateOf(at, 'Europe/Oslo'), days);

const wish = (at: Date): fc.Arbitrary<ActionWish> =>
  fc.oneof(
    fc.constantFrom<ActionWish>({ is: 'on track' }, { is: 'done' }, { is: 'drop' }, { is: 'stuck', because: 'no time' }),
    fc.integer({ min: 0, max: 25 }).map((days): ActionWish => ({ is: 'more time', due: dayAfter(at, days) })),
  );
const snooze = (at: Date): fc.Arbitrary<ActionWish> =>
  fc.integer({ min: 1, max: 15 }).map((days): ActionWish => ({ is: 'snooze', until: dayAfter(at, days), because: 'A sample' }));

/** One action: agreed, due so many days later, and what is said about it afterwards. */
const lifeOf = (agree: number, said: (at: Date) => fc.Arbitrary<ActionWish>): fc.Arbitrary<readonly Happening[]> =>
  fc.tuple(minutes, fc.integer({ min: 0, max: 30 }), fc.array(minutes, { maxLength: 3 })).chain(([at, days, later]) => {
    const agreed = instant(at);
    const saidAt = later.map((minute) => instant(at + 1 + (minute % (40 * 24 * 60))));
    return fc.tuple(...saidAt.map(said)).map((wishes) => [
      { at: agreed, agree, due: dayAfter(agreed, days) },
      ...saidAt.flatMap((when, index): Happening[] => {
        const one = wishes[index];
        return one === undefined ? [] : [{ at: when, action: agree, wish: one }];
      }),
    ]);
  });
const lives = (said: (at: Date) => fc.Arbitrary<ActionWish>): fc.Arbitrary<readonly Happening[]> =>
  fc
    .tuple(lifeOf(1, said), lifeOf(2, said), fc.array(minutes, { maxLength: 3 }))
    .map(([one, two, surveys]) => [
      ...one,
      ...two,
      ...surveys.map((minute): Happening => ({ at: instant(minute), survey: true })),
    ]);
const moves = fc
  .array(fc.tuple(minutes, fc.constantFrom(...zoneNames)), { maxLength: 2 })
  .map((all) => all.map(([minute, zone]): Happening => ({ at: instant(minute), zone })));
const anything = (at: Date): fc.Arbitrary<ActionWish> => fc.oneof({ weight: 4, arbitrary: wish(at) }, snooze(at));
const zone = fc.constantFrom(...zoneNames);

const hour = 3_600_000;

describe('whatever is agreed and said, and wherever the person goes', function () {
  this.timeout(120_000);

  it('nobody is written to outside 8 to 16 of a working day of theirs, nor twice within 48 hours', () => {
    fc.assert(
      fc.property(lives(anything), moves, zone, (happenings, moved, from) => {
        const { touches, over } = livesThrough([...happenings, ...moved], from);
        assert.ok(over, 'it ends');
        for (const [index, touch] of touches.entries()) {
          assert.deepEqual(workingMoment(calendar, touch.at, touch.zone), touch.at);
          const before = touches[index - 1];
          assert.ok(before === undefined || touch.at.getTime() - before.at.getTime() >= 48 * hour);
        }
      }),
      runs,
    );
  });

  it('nothing is said of an action that is closed, or with a due date it has no more; each step of a due date at most once', () => {
    fc.assert(
      fc.property(lives(anything), moves, zone, (happenings, moved, from) => {
        const { touches, stretches } = livesThrough([...happenings, ...moved], from);
        const said = touches.flatMap(({ at, items }) => items.map((item) => ({ ...item, at })));
        for (const { action, due, at } of said)
          assert.ok(stretches.some((one) => one.action === action && one.due === due && one.from <= at && (one.to ?? at) >= at));
        const steps = said.map(({ action, due, step }) => `${action} ${due} ${step}`);
        assert.equal(new Set(steps).size, steps.length);
      }),
      runs,
    );
  });

  it('each nudge that is due is sent, or merged into a later one, or was over before it could be sent', () => {
    fc.assert(
      fc.property(lives(wish), zone, (happenings, where) => {
        const { touches, stretches } = livesThrough(happenings, where);
        for (const { action, due, from, to } of stretches) {
          for (const { step, day } of nudgeDays(calendar, due, where).filter((one) => one.step !== 'to integration manager')) {
            const at = calendar.instantOf(day, dayStarts, where);
            if (at <= from || (to !== undefined && at >= to)) continue;
            const told = touches.some(
              (touch) =>
                touch.at >= at &&
                touch.items.some(
                  (item) =>
                    item.action === action && item.due === due && nudgeSteps.indexOf(item.step) >= nudgeSteps.indexOf(step),
                ),
            );
            if (told) continue;
            assert.ok(to !== undefined, `${step} of ${due} never came`);
            const lastTouch = touches.filter((touch) => touch.at < to).at(-1)?.at;
            const possible = touchMoment(calendar, { now: at, lastTouch, zone: where });
            assert.ok(possible === undefined || possible >= to, `${step} of ${due} could have come`);
          }
        }
      }),
      runs,
    );
  });

  it('what is snoozed is said of afterwards, and nothing while it is', () => {
    const life = fc.tuple(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 15 }));
    fc.assert(
      fc.property(life, zone, ([days, later, asleep], where) => {
        const agreed = instant(0);
        const snoozedAt = instant(later * 24 * 60 + 30);
        const until = dayAfter(snoozedAt, asleep);
        const due = dayAfter(agreed, days);
        const { touches } = livesThrough(
          [
            { at: agreed, agree: 1, due },
            { at: snoozedAt, action: 1, wish: { is: 'snooze', until, because: 'A sample' } },
          ],
          where,
        );
        const inSleep = touches.filter(({ at }) => at >= snoozedAt && calendar.dateOf(at, where) < until);
        assert.deepEqual(inSleep, []);
        assert.equal(touches.at(-1)?.items[0]?.step, 'after', 'the last that an owner gets comes in any case');
      }),
      runs,
    );
  });
});
