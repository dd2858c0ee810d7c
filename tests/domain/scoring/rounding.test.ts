import assert from 'node:assert/strict';
import fc from 'fast-check';
import { halfUp } from '../../../bot/domain/scoring/fraction.ts';
import { pairOf } from '../../../bot/domain/scoring/pairs.ts';
import { responseOf } from '../../../bot/domain/scoring/response.ts';
import { bandOf, valueOf } from '../../../bot/domain/scoring/value.ts';
import { numRuns } from './rounds.ts';

describe('rounding is decimal, a half goes away from zero', () => {
  it('4.25 is 4.3 and 2.95 is 3.0, which a binary float would round down', () => {
    assert.deepEqual([valueOf(425, 100).tenths, valueOf(295, 100).tenths, valueOf(294, 100).tenths], [43, 30, 29]);
  });

  it('a half below zero goes down', () => {
    assert.deepEqual([halfUp(-5n, 2n), halfUp(-4n, 3n), halfUp(5n, 2n)], [-3, -1, 3]);
  });

  it('nothing is divided by nobody', () => {
    assert.throws(() => halfUp(1n, 0n), RangeError);
  });

  it('is never more than a half away, for numbers of any size', () => {
    const anySize = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const oneToMillion = fc.bigInt({ min: 1n, max: 10n ** 6n });
    fc.assert(
      fc.property(anySize, oneToMillion, (numerator, denominator) => {
        const off = 2n * (BigInt(halfUp(numerator, denominator)) * denominator - numerator);
        assert.ok(off <= denominator && -off <= denominator);
        if (off === denominator) assert.ok(numerator > 0n);
        if (-off === denominator) assert.ok(numerator < 0n);
      }),
      { numRuns },
    );
  });

  it('the band is taken after rounding', () => {
    assert.deepEqual([40, 39, 30, 29].map(bandOf), ['strength', 'discuss', 'discuss', 'attention']);
    assert.equal(bandOf(valueOf(83, 28).tenths), 'discuss');
  });

  it('the flag of a response is taken before rounding', () => {
    assert.deepEqual(responseOf(139, 200, 3), { answered: 139, invited: 200, rate: 0.7, flag: 'low' });
    assert.deepEqual(responseOf(140, 200, 3), { answered: 140, invited: 200, rate: 0.7, flag: 'ok' });
    assert.deepEqual(responseOf(199, 400, 3), { answered: 199, invited: 400, rate: 0.5, flag: 'very low' });
    assert.deepEqual(responseOf(0, 3, 3), { answered: 0, invited: 3, rate: 0, flag: 'very low' });
  });

  it('the first status that fits a pair is the one it gets', () => {
    assert.deepEqual(pairOf(50, 40), { strength: 4.5, gap: 1, status: 'asymmetric' });
    assert.deepEqual(pairOf(49, 40), { strength: 4.5, gap: 0.9, status: 'mutual strength' });
    assert.deepEqual(pairOf(20, 29), { strength: 2.5, gap: -0.9, status: 'mutual attention' });
    assert.deepEqual(pairOf(29, 30), { strength: 3, gap: -0.1, status: 'balanced' });
  });
});
