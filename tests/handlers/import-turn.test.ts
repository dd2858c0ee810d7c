import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as nextRound } from 'node:timers/promises';
import sinon from 'sinon';
import type { CollaborationId } from '../../bot/domain/collaboration.ts';
import { importApi } from '../../bot/handlers/import-api.ts';
import { importRefused } from '../../bot/handlers/import-refused.ts';
import { NotTaken } from '../../bot/handlers/not-taken.ts';
import type { UseCases } from '../../bot/usecases/all.ts';
import type { Imported } from '../../bot/usecases/rounds/import-round.ts';

const body = JSON.stringify({ format: 'csv', text: '', head: {} });
const done: Imported = {
  ...{ outcome: 'imported', round: 1, counted: 'line', organisations: [], summary: null },
  wrong: { shown: [], more: 0 },
};

/** A request whose body comes as the test writes it. */
class Sent extends PassThrough {
  readonly headers: Record<string, string>;
  readonly socket = new EventEmitter();
  constructor(headers: Record<string, string> = {}) {
    super();
    this.headers = headers;
  }
  getQuery() {
    return '';
  }
  hangUp() {
    this.destroy();
    this.socket.emit('close');
  }
}

const settled = async (): Promise<void> => {
  for (let round = 0; round < 20; round += 1) await nextRound();
};

describe('files that are sent at the same time', () => {
  let clock: sinon.SinonFakeTimers;
  let examining: (() => void)[] = [];
  let send: (person: string, request: Sent) => Promise<unknown>;
  let outcomes: Record<string, unknown> = {};

  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    examining = [];
    outcomes = {};
    const importRound: UseCases['importRound'] = async (_who, read) => {
      await read();
      await new Promise<void>((resolve) => examining.push(resolve));
      return done;
    };
    const api = importApi({
      enterChannel: () =>
        Promise.resolve({
          ...{ collaboration: 'c' as CollaborationId, language: 'en' },
          person: { tenantId: 't', objectId: 'p' },
        }),
      importRound,
    });
    send = (person, request) =>
      api('channel', { person: { tenantId: 't', objectId: person }, language: undefined }, request, 'en');
  });
  afterEach(() => {
    clock.restore();
  });

  const outcomeOf = (name: string): unknown => outcomes[name];
  const sending = async (person: string, request = new Sent(), name = person): Promise<Sent> => {
    void send(person, request).then(
      () => (outcomes[name] = 'taken'),
      (fault: unknown) => (outcomes[name] = fault instanceof NotTaken ? fault.status : fault),
    );
    await settled();
    return request;
  };
  const whole = async (person: string, name = person): Promise<Sent> => {
    const request = await sending(person, new Sent(), name);
    request.end(body);
    await settled();
    return request;
  };
  const examined = async (): Promise<void> => {
    examining.shift()?.();
    await settled();
  };

  it('do not wait for one that is sent slowly', async () => {
    const slow = await sending('slow');
    slow.write(body.slice(0, 5));
    await whole('quick');
    await examined();
    assert.deepEqual(outcomes, { quick: 'taken' });
    slow.end(body.slice(5));
    await settled();
    await examined();
    assert.deepEqual(outcomes, { quick: 'taken', slow: 'taken' });
  });

  it('are refused with 408 when the whole of one has not come in time, however it trickles', async () => {
    const slow = await sending('slow');
    for (let second = 0; second < 25; second += 1) {
      slow.write(' ');
      await clock.tickAsync(1_000);
    }
    await settled();
    assert.deepEqual(outcomes, { slow: 408 });
    // Its place is free again.
    await whole('slow', 'again');
    await examined();
    assert.equal(outcomeOf('again'), 'taken');
  });

  it('are examined one at a time; who waits fifteen seconds is asked to come again later', async () => {
    await whole('one');
    await whole('two');
    await whole('three');
    assert.equal(examining.length, 1);
    await examined();
    assert.equal(examining.length, 1);
    await clock.tickAsync(14_999);
    assert.deepEqual(outcomes, { one: 'taken' });
    await clock.tickAsync(1);
    await settled();
    assert.deepEqual(outcomes, { one: 'taken', three: 503 });
    await examined();
    assert.deepEqual(outcomes, { one: 'taken', three: 503, two: 'taken' });
    assert.deepEqual(importRefused(503).headers, { 'retry-after': '10' });
  });

  it('are four in memory at most, and one of a person', async () => {
    for (const person of ['a', 'b', 'c']) await sending(person);
    await sending('a', new Sent(), 'second of a');
    assert.deepEqual(outcomes, { 'second of a': 503 });
    await whole('d');
    await sending('e');
    assert.deepEqual(outcomes, { 'second of a': 503, e: 503 });
    await examined();
    await sending('e', new Sent(), 'e again');
    assert.deepEqual(outcomes, { 'second of a': 503, e: 503, d: 'taken' });
  });

  it('give their place free when their sender hangs up, while they are sent and while they wait', async () => {
    const broken = await sending('a');
    broken.hangUp();
    await settled();
    assert.deepEqual(outcomes, { a: 408 });

    await whole('b');
    const waiting = await whole('c');
    waiting.hangUp();
    await settled();
    assert.deepEqual(outcomes, { a: 408, c: 503 });
    await whole('c', 'c again');
    await examined();
    await examined();
    assert.deepEqual(outcomes, { a: 408, c: 503, b: 'taken', 'c again': 'taken' });
    assert.equal(waiting.socket.listenerCount('close'), 0);
  });

  it('are not read further than 21 MB, said or not, and keep no turn when they are nothing of ours', async () => {
    await sending('said', new Sent({ 'content-length': '30000000' }));
    const endless = await sending('endless');
    for (let megabyte = 0; megabyte < 22; megabyte += 1) endless.write(Buffer.alloc(1_048_576));
    await settled();
    const nonsense = await sending('nonsense');
    nonsense.end('{');
    await settled();
    assert.deepEqual(outcomes, { said: 413, endless: 413, nonsense: 400 });
    await whole('good');
    await examined();
    assert.equal(outcomeOf('good'), 'taken');
  });
});
