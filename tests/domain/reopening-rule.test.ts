import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayPublishAgain } from '../../bot/domain/reopening.ts';
import type { PublishedResults } from '../../bot/domain/reopening.ts';
import { differingPeople, pageKey, peopleBehind } from './differing-people.ts';
import type { Page, Shown } from './differing-people.ts';
import { resultsOf } from './scoring/rounds.ts';
import { editions, editionsOfNetwork } from './two-editions.ts';
import type { Editions } from './two-editions.ts';

const isShown = (value: object | undefined): boolean => value !== undefined && !('hidden' in value);

/** Every number and word readers see that is made of answers, by going through all there could be. */
const shownIn = (results: PublishedResults, organisations: readonly string[]): readonly Shown[] => {
  if (results.mode === 'network')
    return Object.entries({ ...results.items, ...results.local }).flatMap(([place, value]) =>
      isShown(value) ? [{ to: '0', place: place as Shown['place'] }] : [],
    );
  if (results.mode === 'pooled')
    return organisations.filter((to) => isShown(results.seen[to])).map((to) => ({ to, place: 'index' }));
  const found: Shown[] = [];
  for (const from of organisations)
    for (const to of organisations) {
      const cell = results.cells[`${from}>${to}`];
      if (cell === undefined) continue;
      if (cell.notWorkingTogether !== undefined) found.push({ from, to, place: 'not working together' });
      if (isShown(results.expectationGaps[`${from} needs from ${to}`])) found.push({ from, to, place: 'E1' });
      if (isShown(results.expectationGaps[`${to} needs from ${from}`])) found.push({ from, to, place: 'E2' });
      if ('hidden' in cell) continue;
      found.push({ from, to, place: 'index' });
      if (cell.agreement) found.push({ from, to, place: 'profile' });
      for (const place of Object.keys({ ...cell.items, ...cell.local })) found.push({ from, to, place: place as Shown['place'] });
      if (cell.split) found.push({ from, to, place: 'index', role: 'leader' }, { from, to, place: 'index', role: 'employee' });
    }
  return found;
};

/** As the database would have it: of who has erased, only how many there were. */
const decision = ({ before, after, erased, was, is, round }: Editions): boolean => {
  const unknown = new Set(erased.map(pageKey));
  const known = before.filter((page) => !unknown.has(pageKey(page)));
  return mayPublishAgain(
    {
      people: differingPeople(known, after, round.relational),
      erased: erased.map(({ from, to, role }) => ({ from, to, role, people: 1 })),
    },
    was,
    is,
  );
};

const withoutResponse = (results: PublishedResults): object => ({ ...results, response: undefined });

describe('whatever people answer in a round that was opened again', function () {
  this.timeout(120_000);

  for (const [what, make] of [
    ['about partners', editions],
    ['about the network', editionsOfNetwork],
  ] as const) {
    it(`${what}: where results are published again, nobody or at least k people add something else to any value shown`, () => {
      const seen = { left: 0, replaced: 0, 'replaced though some had erased': 0 };
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const both = make(seed);
          if (!decision(both)) {
            seen.left += 1;
            return;
          }
          const { before, after, was, is, k, round } = both;
          for (const value of [...shownIn(was, round.organisations), ...shownIn(is, round.organisations)]) {
            const { size } = peopleBehind(value, before, after, round.relational);
            assert.ok(size === 0 || size >= k, `${JSON.stringify(value)}: ${size} of at least ${k}`);
          }
          if (JSON.stringify(withoutResponse(was)) === JSON.stringify(withoutResponse(is))) return;
          seen.replaced += 1;
          if (both.erased.length > 0) seen['replaced though some had erased'] += 1;
        }),
        { numRuns: 1_000 },
      );
      assert.ok(seen.left > 50 && seen.replaced > 50, JSON.stringify(seen));
    });
  }

  it('fewer than k people who change what they like change nothing that is published', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (seed, start) => {
        const { before, round, was, k } = editions(seed);
        const people = [...new Set(before.map(({ respondent }) => respondent))];
        const few = new Set(people.slice(start % Math.max(1, people.length)).slice(0, k - 1));
        const again = new Map(editions(seed + 1).before.map((page) => [pageKey(page), page]));
        const after: readonly Page[] = before.map((page) => {
          const other = again.get(pageKey(page));
          return few.has(page.respondent) && other ? { ...page, ratings: other.ratings } : page;
        });
        const is = resultsOf({ ...round, rows: after.map((page) => ({ ...page, submitted: 0 })) });
        if (JSON.stringify(is) !== JSON.stringify(was)) changed += 1;
        const both = { before, after, erased: [], was, is, round, k };
        assert.deepEqual(decision(both) ? is : was, was);
      }),
      { numRuns: 1_000 },
    );
    assert.ok(changed > 50, String(changed));
  });
});
