import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outcomeOfFault } from '../../bot/adapters/teams/send-outcome.ts';

/** As the connector's client throws it. */
const answered = (statusCode: number, code?: unknown, message: unknown = '', headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error(), { name: 'RestError', statusCode, code, message, response: { headers: new Headers(headers) } });
const failed = (reason: string) => ({ outcome: 'failed', reason });
const unknown = { outcome: 'unknown' };

const refusals: readonly (readonly [number, string, string])[] = [
  [403, 'BotNotInConversationRoster', 'not in the channel'],
  [403, 'ConversationBlockedByUser', 'blocked by the person'],
  [403, 'MessageWritesBlocked', 'blocked by the person'],
  [403, 'BotDisabledByAdmin', 'disabled by the administrator'],
  [401, 'BotNotRegistered', 'not registered'],
  [404, 'ConversationNotFound', 'not found'],
  [404, 'ActivityNotFoundInConversation', 'not found'],
  [413, 'MessageSizeTooBig', 'too big'],
];

describe('what became of a message whose sending threw', () => {
  for (const [status, code, reason] of refusals) {
    it(`${code} has failed: ${reason}`, () => {
      assert.deepEqual(outcomeOfFault(answered(status, code)), failed(reason));
      assert.deepEqual(
        outcomeOfFault(answered(status, 'Forbidden', `{ "subCode": "${code}" }`)),
        failed(reason),
        'the code stands in the text',
      );
      assert.deepEqual(
        outcomeOfFault(answered(status, 209, `{ "subCode": "${code}" }`)),
        failed(reason),
        'and the code is a number',
      );
    });
  }

  it('a refusal without a code we know has failed, with the reason its status gives', () => {
    const reasons = {
      400: 'refused',
      401: 'not registered',
      403: 'cannot be reached',
      404: 'not found',
      409: 'refused',
      413: 'too big',
    };
    for (const [status, reason] of Object.entries(reasons)) {
      for (const code of [undefined, null, 42, 'SomethingNew', 'constructor', {}])
        assert.deepEqual(outcomeOfFault(answered(Number(status), code)), failed(reason));
      assert.deepEqual(outcomeOfFault(answered(Number(status), undefined, null)), failed(reason));
    }
  });

  it('too much, or two at once, is tried again when Teams says, at least two seconds and at most an hour later', () => {
    const later = (afterSeconds: number) => ({ outcome: 'later', afterSeconds });
    for (const [status, code] of [
      [429, 'Throttled'],
      [412, 'PreconditionFailed'],
    ] as const) {
      assert.deepEqual(outcomeOfFault(answered(status, code, '', { 'retry-after': '17' })), later(17));
      assert.deepEqual(outcomeOfFault(answered(status, code, '', { 'retry-after': '1000000' })), later(3_600));
      for (const nonsense of ['0', '-5', 'soon', '', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
        assert.deepEqual(outcomeOfFault(answered(status, code, '', { 'retry-after': nonsense })), later(2), nonsense);
      }
      assert.deepEqual(outcomeOfFault(answered(status, code)), later(2));
      for (const response of [undefined, null, {}, { headers: {} }, { headers: { get: 'retry-after' } }]) {
        assert.deepEqual(outcomeOfFault({ statusCode: status, code, response }), later(2));
      }
    }
  });

  it('an error of the server may come after the message was taken: unknown, and never sent again', () => {
    for (const status of [500, 502, 503, 504]) assert.deepEqual(outcomeOfFault(answered(status, 'ServiceError')), unknown);
    assert.deepEqual(outcomeOfFault(answered(502, 'PARSE_ERROR', 'not JSON')), unknown);
  });

  it('a service that says when to come back has not taken it', () => {
    const busy = (status: number) => outcomeOfFault(answered(status, 'ServiceUnavailable', '', { 'retry-after': '9' }));
    assert.deepEqual(busy(503), { outcome: 'later', afterSeconds: 9 });
    for (const status of [500, 502, 504]) assert.deepEqual(busy(status), unknown);
  });

  it('a lost answer is unknown', () => {
    for (const code of ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'REQUEST_ABORTED_ERROR']) {
      assert.deepEqual(outcomeOfFault(Object.assign(new Error('socket hang up'), { code })), unknown, code);
    }
    assert.deepEqual(outcomeOfFault(answered(200, 'PARSE_ERROR')), unknown);
  });

  it('a request that never left is tried again', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']) {
      assert.deepEqual(outcomeOfFault(Object.assign(new Error(), { code })), { outcome: 'later', afterSeconds: 2 });
      const wrapped = Object.assign(new Error(`request failed, reason: connect ${code} 192.0.2.1:443`), {
        code: 'REQUEST_SEND_ERROR',
      });
      assert.deepEqual(outcomeOfFault(wrapped), { outcome: 'later', afterSeconds: 2 });
    }
  });

  it('without a token of our own nothing left: tried again, or failed where our registration is refused', () => {
    const noToken = (errorCode: string) => Object.assign(new Error(`${errorCode}: no token`), { name: 'AuthError', errorCode });
    assert.deepEqual(outcomeOfFault(noToken('network_error')), { outcome: 'later', afterSeconds: 2 });
    assert.deepEqual(outcomeOfFault(noToken('temporarily_unavailable')), { outcome: 'later', afterSeconds: 2 });
    for (const code of ['invalid_client', 'unauthorized_client', 'invalid_grant'])
      assert.deepEqual(outcomeOfFault(noToken(code)), failed('not registered'), code);
  });

  it('whatever is thrown has an outcome, and what nobody understands is unknown', () => {
    for (const thrown of [undefined, null, 'no', 7, {}, [], new Error('?'), { statusCode: '403' }])
      assert.deepEqual(outcomeOfFault(thrown), unknown);
    const outcomes = new Set(['failed', 'later', 'unknown']);
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        { statusCode: fc.anything(), code: fc.anything(), message: fc.anything(), response: fc.anything() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(fc.property(anything, (thrown) => outcomes.has(outcomeOfFault(thrown).outcome)));
  });
});
