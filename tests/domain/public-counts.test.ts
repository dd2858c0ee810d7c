import assert from 'node:assert/strict';
import fc from 'fast-check';
import { publicCounts } from '../../bot/domain/public-counts.ts';
import type { Headcount } from '../../bot/domain/sums.ts';

type Group = { readonly leader: number; readonly employee: number; readonly answered: number };

const size = ({ leader, employee }: Group): number => leader + employee;
const headcount = (groups: readonly Group[], of: (group: Group) => { leader: number; employee: number }): Headcount =>
  Object.fromEntries(groups.map((group, at) => [String(at + 1), of(group)]));
/** Who answers first is told apart by role, as the store does; nothing shown may depend on it. */
const shown = (groups: readonly Group[], k: number) =>
  publicCounts(
    headcount(groups, ({ leader, employee }) => ({ leader, employee })),
    headcount(groups, ({ leader, answered }) => ({
      leader: Math.min(leader, answered),
      employee: Math.max(0, answered - leader),
    })),
    k,
  );

const group = fc
  .record({ leader: fc.integer({ min: 0, max: 4 }), employee: fc.integer({ min: 0, max: 3 }) })
  .chain(({ leader, employee }) =>
    fc.record({
      leader: fc.constant(leader),
      employee: fc.constant(employee),
      answered: fc.integer({ min: 0, max: leader + employee }),
    }),
  );
const groups = fc.array(group, { minLength: 2, maxLength: 5 });
const k = fc.integer({ min: 3, max: 5 });

/** Every way in which the people of small organisations could have answered. */
const worlds = (of: readonly Group[], least: number): readonly (readonly Group[])[] =>
  of.reduce<readonly (readonly Group[])[]>(
    (some, one) =>
      some.flatMap((world) =>
        size(one) >= least
          ? [[...world, one]]
          : Array.from({ length: size(one) + 1 }, (_, answered) => [...world, { ...one, answered }]),
      ),
    [[]],
  );

describe('the counts of an open round', () => {
  it('shows how many have answered of each organisation with k invited or more', () => {
    const found = shown(
      [
        { leader: 5, employee: 0, answered: 2 },
        { leader: 2, employee: 3, answered: 5 },
      ],
      5,
    );
    assert.deepEqual(found, {
      organisations: { 1: { answered: 2, invited: 5 }, 2: { answered: 5, invited: 5 } },
      total: { answered: 7, invited: 10 },
      leavesOut: false,
    });
  });

  it('leaves one small organisation out of the total, which would give it away by subtraction', () => {
    const found = shown(
      [
        { leader: 5, employee: 0, answered: 2 },
        { leader: 4, employee: 0, answered: 1 },
      ],
      5,
    );
    assert.deepEqual(found, {
      organisations: { 1: { answered: 2, invited: 5 } },
      total: { answered: 2, invited: 5 },
      leavesOut: true,
    });
  });

  it('has two small ones in the total when together they have k invited, and not before', () => {
    const small = (leader: number): Group => ({ leader, employee: 0, answered: 1 });
    assert.deepEqual(shown([small(2), small(3)], 5), { organisations: {}, total: { answered: 2, invited: 5 }, leavesOut: false });
    assert.deepEqual(shown([small(2), small(2)], 5), { organisations: {}, total: { answered: 0, invited: 0 }, leavesOut: true });
    assert.deepEqual(
      shown([small(4), { leader: 0, employee: 0, answered: 0 }], 5).total,
      { answered: 0, invited: 0 },
      'nobody invited is no company',
    );
  });

  it('never names an organisation with fewer than k invited, and is exact about the others', () => {
    fc.assert(
      fc.property(groups, k, (of, least) => {
        const exact = of.flatMap((one, at) =>
          size(one) >= least ? [[String(at + 1), { answered: one.answered, invited: size(one) }] as const] : [],
        );
        assert.deepEqual(shown(of, least).organisations, Object.fromEntries(exact));
      }),
    );
  });

  it('never lets the count of a small organisation be worked out: there are always two that fit what is shown', () => {
    fc.assert(
      fc.property(groups, k, (of, least) => {
        const seen = JSON.stringify(shown(of, least));
        const possible = worlds(of, least).filter((world) => JSON.stringify(shown(world, least)) === seen);
        const small = of.filter((one) => size(one) < least);
        const answered = small.reduce((sum, one) => sum + one.answered, 0);
        const invited = small.reduce((sum, one) => sum + size(one), 0);
        // "All" or "none" of a group says the same of each in it, as it does of an organisation with k invited.
        if (invited >= least && (answered === 0 || answered === invited)) return;
        for (const [at, one] of of.entries()) {
          if (size(one) >= least || size(one) === 0) continue;
          assert.ok(new Set(possible.map((world) => world[at]?.answered)).size >= 2, `organisation ${at + 1}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows nothing that depends on the answers of fewer than k people', () => {
    fc.assert(
      fc.property(groups, k, (of, least) => {
        const invited = of.filter((one) => size(one) < least).reduce((sum, one) => sum + size(one), 0);
        if (invited >= least) return;
        const others = of.map((one) => (size(one) < least ? { ...one, answered: size(one) - one.answered } : one));
        assert.deepEqual(shown(others, least), shown(of, least));
      }),
    );
  });
});
