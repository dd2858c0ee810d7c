import assert from 'node:assert/strict';
import fc from 'fast-check';
import { roles } from '../../../bot/domain/collaboration.ts';
import { items } from '../../../bot/domain/instrument.ts';
import { chooseMode, launchability } from '../../../bot/domain/scoring/mode.ts';
import type { RoundPlan } from '../../../bot/domain/scoring/mode.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';
import { numRuns, resultsOf, sampleRound } from './rounds.ts';

const plan = (k: number, ...leaders: number[]): RoundPlan => ({
  k,
  audience: roles,
  organisations: leaders.map((_, place) => `O${place}`),
  invited: Object.fromEntries(leaders.map((leader, place) => [`O${place}`, { leader, employee: 0 }])),
});

describe('the mode of a round is known before it is launched', function () {
  this.timeout(60_000);

  it('matrix where two thirds of the organisations have k invited, else pooled', () => {
    assert.equal(chooseMode(plan(5, 5, 5, 4)), 'matrix');
    assert.equal(chooseMode(plan(5, 5, 4, 4)), 'pooled');
    assert.equal(chooseMode(plan(5, 5, 5, 5, 4, 4)), 'pooled');
    assert.equal(chooseMode(plan(5, 5, 4)), 'pooled');
  });

  it('only roles of the audience count', () => {
    const invited = { A: { leader: 2, employee: 9 }, B: { leader: 5, employee: 0 } };
    const of = (audience: RoundPlan['audience']): string => chooseMode({ k: 5, audience, organisations: ['A', 'B'], invited });
    assert.deepEqual([of(roles), of(['leader']), of(['employee'])], ['matrix', 'pooled', 'pooled']);
  });

  it('a round that can show nothing is not launched, and the reason is told', () => {
    assert.equal(launchability(plan(2, 9, 9)), 'k below 3');
    assert.equal(launchability(plan(5, 9)), 'fewer than two organisations');
    assert.equal(launchability(plan(5, 2, 2, 2)), 'too few invited');
    assert.equal(launchability(plan(5, 2, 2, 3)), 'can publish');
    assert.equal(launchability(plan(5, 5, 0)), 'can publish');
    assert.equal(launchability(plan(5, 4, 4)), 'too few invited');
  });

  it('can publish exactly where a round that everybody answers shows something', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { organisations, invited, audience, k } = sampleRound(seed, 2, 5);
        const mode = chooseMode({ organisations, invited, audience, k });
        const ratings = Object.fromEntries(items.map((item) => [item, 3]));
        const rows = organisations.flatMap((from) =>
          roles.flatMap((role) =>
            Array.from({ length: invited[from]?.[role] ?? 0 }, (_, place) => `${from} ${role} ${place}`).flatMap((respondent) =>
              organisations.map((to): Row => ({ respondent, from, role, to, notWorkingTogether: false, ratings, submitted: 0 })),
            ),
          ),
        );
        const results = resultsOf({ organisations, invited, audience, k, mode, close: 1, rows });
        const places = results.mode === 'matrix' ? results.cells : results.seen;
        const shows = Object.values(places).some((place) => !('hidden' in place));
        assert.equal(launchability({ organisations, invited, audience, k }) === 'can publish', shows);
      }),
      { numRuns },
    );
  });
});
