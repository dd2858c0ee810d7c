import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextLook } from '../../bot/domain/retention.ts';

const at = (text: string): Date => new Date(text);
const day = 86_400_000;

describe('how long the answers of a closed round are kept', () => {
  it('to the same day and clock so many months later, or the last day of a shorter month', () => {
    const due = (closed: string, months: number): string | undefined => {
      const month = at(closed);
      month.setUTCDate(month.getUTCDate() + months * 31 - 20);
      return nextLook(at(closed), months, month)?.toISOString();
    };
    assert.equal(due('2026-11-24T14:00:00Z', 1), '2026-12-24T14:00:00.000Z');
    assert.equal(due('2027-01-31T14:00:00Z', 1), '2027-02-28T14:00:00.000Z');
    assert.equal(due('2028-01-31T14:00:00Z', 1), '2028-02-29T14:00:00.000Z');
  });

  it('not a moment longer', () => {
    const closed = at('2026-11-24T14:00:00Z');
    assert.equal(nextLook(closed, 24, at('2028-11-24T14:00:00Z')), undefined);
    assert.equal(nextLook(closed, 24, at('2028-11-24T13:59:59.999Z'))?.toISOString(), '2028-11-24T14:00:00.000Z');
  });

  it('with a next look that is always ahead, and at most thirty days', () => {
    const moment = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 4_000 * day }), (closed, months, later) => {
        const now = new Date(closed.getTime() + later);
        const next = nextLook(closed, months, now);
        if (next === undefined) assert.ok(later >= months * 28 * day);
        else assert.ok(next > now && next.getTime() - now.getTime() <= 30 * day);
      }),
    );
  });
});
