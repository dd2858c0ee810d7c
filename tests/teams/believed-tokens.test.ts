import assert from 'node:assert/strict';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { believedTokens } from '../../bot/adapters/teams/believed-tokens.ts';

const noon = Date.parse('2025-03-03T12:00:00Z');
const after = (seconds: number): Date => new Date(noon + seconds * 1_000);
const result = { callerId: 'somebody' } as unknown as AuthenticateRequestResult;
const asked = { token: 'a.b.c', serviceUrl: 'https://service.example/', expires: after(3_600) };

describe('a token that was verified', () => {
  const believed = (at: { now: Date }) => {
    const tokens = believedTokens(() => at.now);
    tokens.keep(asked, result);
    return tokens;
  };

  it('is believed for a minute, and then verified again', () => {
    const at = { now: after(0) };
    const tokens = believed(at);
    at.now = after(59);
    assert.equal(tokens.find(asked), result);
    at.now = after(60);
    assert.equal(tokens.find(asked), undefined);
  });

  it('is not believed beyond its expiry', () => {
    const at = { now: after(3_590) };
    const tokens = believed(at);
    assert.equal(tokens.find(asked), result);
    at.now = after(3_600);
    assert.equal(tokens.find(asked), undefined);
  });

  it('is believed for the service address it was verified with, and to the letter', () => {
    const tokens = believed({ now: after(0) });
    assert.equal(tokens.find({ ...asked, serviceUrl: 'https://elsewhere.example/' }), undefined);
    assert.equal(tokens.find({ ...asked, token: 'a.b.C' }), undefined);
  });

  it('is forgotten when there are too many: a flood of tokens takes no memory', () => {
    const tokens = believedTokens(() => after(0));
    for (let number = 0; number < 150; number += 1) tokens.keep({ ...asked, token: `a.b.${number}` }, result);
    const kept = Array.from({ length: 150 }, (_, number) => tokens.find({ ...asked, token: `a.b.${number}` }));
    assert.ok(kept.filter((found) => found !== undefined).length <= 100);
    assert.equal(kept.at(-1), result);
  });
});
