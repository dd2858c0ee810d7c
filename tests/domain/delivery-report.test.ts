import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pauseAfter, sendFailures } from '../../bot/domain/delivery.ts';
import { copiesReport } from '../../bot/domain/delivery-report.ts';
import type { Fate } from '../../bot/domain/delivery-report.ts';

const count = fc.integer({ min: 1, max: 12 });
const fate = fc.oneof(
  fc.record({ state: fc.constantFrom('queued', 'sending', 'sent', 'unknown', 'dropped'), count }),
  fc.record({ state: fc.constant('failed'), reason: fc.constantFrom(...sendFailures), count }),
) as fc.Arbitrary<Fate>;
const kindOf = ({ state, reason }: Fate): string => `${state} ${reason ?? ''}`;
const fates = fc.uniqueArray(fate, { selector: kindOf });
const k = fc.integer({ min: 3, max: 6 });
const without = (all: readonly Fate[], ...states: readonly Fate['state'][]) => all.filter(({ state }) => !states.includes(state));

describe('what an integration manager sees of personal copies', () => {
  it('is nothing but numbers of at least k, and how many copies there are', () => {
    fc.assert(
      fc.property(fates, k, (all, least) => {
        const { people, waiting, unknown, failed } = copiesReport(all, least);
        assert.equal(
          people,
          all.reduce((sum, one) => sum + one.count, 0),
        );
        for (const number of [waiting, unknown, ...failed.map((one) => one.count)])
          assert.ok(number === undefined || number >= least);
      }),
    );
  });

  it('never tells copies that were sent from copies that were not needed any more, nor from a few that failed', () => {
    fc.assert(
      fc.property(fates, k, (all, least) => {
        const open = without(all, 'sent', 'dropped', 'unknown');
        const others = all.reduce((sum, one) => sum + one.count, 0) - open.reduce((sum, one) => sum + one.count, 0);
        const few = Math.min(others, least - 1);
        const worlds: readonly Fate[][] = [
          [...open, { state: 'sent', count: others }],
          [...open, { state: 'dropped', count: others }],
          [...open, { state: 'unknown', count: few }, { state: 'sent', count: others - few }],
          open.some(({ reason }) => reason === 'refused')
            ? [...open, { state: 'sent', count: others }]
            : [...open, { state: 'failed', reason: 'refused', count: few }, { state: 'dropped', count: others - few }],
        ];
        for (const world of worlds) assert.deepEqual(copiesReport(world, least), copiesReport(worlds[0] ?? [], least));
      }),
    );
  });

  it('names the most frequent reason first', () => {
    const reasons = copiesReport(
      [
        { state: 'failed', reason: 'refused', count: 4 },
        { state: 'failed', reason: 'blocked by the person', count: 3 },
        { state: 'failed', reason: 'cannot be reached', count: 9 },
      ],
      4,
    ).failed;
    assert.deepEqual(reasons, [
      { reason: 'cannot be reached', count: 9 },
      { reason: 'refused', count: 4 },
    ]);
  });
});

describe('the pause before a delivery is tried again', () => {
  it('never shrinks, is never shorter than Teams asked for, and of itself never longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600 }), fc.integer({ min: 1, max: 2_000 }), (asked, attempts) => {
        const pause = pauseAfter(asked, attempts);
        assert.ok(pause >= asked && pause <= Math.max(asked, 900));
        assert.ok(pauseAfter(asked, attempts + 1) >= pause);
      }),
    );
    assert.deepEqual(
      [1, 2, 3, 6, 7].map((attempts) => pauseAfter(30, attempts)),
      [30, 60, 120, 900, 900],
    );
  });
});
