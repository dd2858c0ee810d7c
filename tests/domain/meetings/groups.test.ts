import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Seat } from '../../../bot/domain/meetings/groups.ts';
import { groupSizes, mixedGroups } from '../../../bot/domain/meetings/groups.ts';

/** So many of each organisation, numbered through. */
const people = fc
  .array(fc.nat(9), { minLength: 1, maxLength: 8 })
  .map((counts) => counts.flatMap((count, at) => Array.from({ length: count }, () => at + 1)))
  .map((organisations): Seat[] => organisations.map((organisation, member) => ({ organisation, member })));
const size = fc.constantFrom(...groupSizes);
const seed = fc.nat();
const spread = (counts: readonly number[]): number => (counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts));

describe('groups that mix organisations', () => {
  it('have everybody once, and are as large as each other, give or take one', () => {
    fc.assert(
      fc.property(people, size, seed, (seats, wanted, by) => {
        const groups = mixedGroups(seats, wanted, by);
        const all = groups.flat().map(({ member }) => member);
        assert.deepEqual(
          [...all].sort((one, other) => (one ?? 0) - (other ?? 0)),
          seats.map(({ member }) => member),
        );
        assert.ok(spread(groups.map(({ length }) => length)) <= 1);
        assert.equal(groups.length, seats.length === 0 ? 0 : Math.max(1, Math.round(seats.length / wanted)));
      }),
    );
  });

  it('put two of one organisation together only where there are more of them than groups', () => {
    fc.assert(
      fc.property(people, size, seed, (seats, wanted, by) => {
        const groups = mixedGroups(seats, wanted, by);
        for (const organisation of new Set(seats.map((seat) => seat.organisation))) {
          const counts = groups.map((group) => group.filter((seat) => seat.organisation === organisation).length);
          const total = counts.reduce((sum, count) => sum + count, 0);
          assert.ok(spread(counts) <= 1);
          if (total <= groups.length) assert.ok(Math.max(...counts) <= 1);
        }
      }),
    );
  });

  it('are the same for the same people and seed, in whatever order organisations are named, and others for other seeds', () => {
    fc.assert(
      fc.property(people, size, seed, (seats, wanted, by) => {
        assert.deepEqual(mixedGroups(seats, wanted, by), mixedGroups([...seats], wanted, by));
      }),
    );
    const seats = [1, 2, 3, 4].flatMap((organisation) =>
      [1, 2, 3].map((member) => ({ organisation, member: organisation * 10 + member })),
    );
    const mixes = new Set([1, 2, 3, 4, 5].map((by) => JSON.stringify(mixedGroups(seats, 4, by))));
    assert.equal(mixes.size, 5);
  });
});
