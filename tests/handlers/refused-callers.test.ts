import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callerAddress, refusedCallers } from '../../bot/handlers/refused-callers.ts';
import { closedDoor } from './closed-door.ts';

const start = Date.parse('2026-01-01T09:00:00Z');

describe('who guesses at tokens', () => {
  it('waits after a hundred refused requests, and may try twice a second from then on', () => {
    let now = start;
    const callers = refusedCallers(() => new Date(now));
    for (let refused = 0; refused < 100; refused += 1) {
      assert.equal(callers.wait('a'), 0);
      callers.refused('a');
    }
    assert.equal(callers.wait('a'), 1);
    now += 500;
    assert.equal(callers.wait('a'), 0);
    callers.refused('a');
    assert.equal(callers.wait('a'), 1);
    now += 3_600_000;
    for (let refused = 0; refused < 100; refused += 1) callers.refused('a');
    assert.equal(callers.wait('a'), 1);
  });

  it('makes nobody else wait, and a clock set back an hour makes nobody wait longer', () => {
    let now = start;
    const callers = refusedCallers(() => new Date(now));
    for (let refused = 0; refused < 100; refused += 1) callers.refused('a');
    assert.deepEqual([callers.wait('a'), callers.wait('b')], [1, 0]);
    now -= 3_600_000;
    assert.equal(callers.wait('a'), 1);
    callers.refused('a');
    now += 2_000;
    assert.equal(callers.wait('a'), 0);
  });

  it('from many addresses takes no memory: who came first is forgotten', () => {
    const callers = refusedCallers(() => new Date(start));
    for (let refused = 0; refused < 100; refused += 1) callers.refused('first');
    for (let other = 0; other < 9_999; other += 1) callers.refused(`other ${other}`);
    assert.equal(callers.wait('first'), 1);
    callers.refused('one more');
    assert.equal(callers.wait('first'), 0);
  });

  it('is whom our outermost proxy saw; what is made up before that counts for nothing', () => {
    const made = fc.array(
      fc.oneof(
        fc.ipV4(),
        fc.string().filter((text) => !text.includes(',')),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(made, fc.ipV4(), (before, caller) => {
        const header = (...rest: string[]): string => [...before, caller, ...rest].join(',');
        assert.equal(callerAddress(header(), '10.0.0.1', 1), caller);
        assert.equal(callerAddress(header('10.0.0.2'), '10.0.0.1', 2), caller);
        assert.equal(callerAddress(header(), '10.0.0.1', 0), '10.0.0.1');
      }),
    );
    assert.equal(callerAddress('203.0.113.7:4711', undefined, 1), '203.0.113.7');
    assert.equal(callerAddress('[2001:db8::7]:4711', undefined, 1), '2001:db8::7');
    for (const nothing of [undefined, '']) assert.equal(callerAddress(nothing, '10.0.0.1', 1), '10.0.0.1');
  });

  describe('and comes again', () => {
    let looked = 0;
    const server = closedDoor(() => {
      looked += 1;
      return Promise.resolve('refused');
    });
    before((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    after((done) => {
      server.close(done);
    });
    const account = { id: '29:somebody' };
    const activity = JSON.stringify({ type: 'message', from: account, recipient: account, conversation: { id: 'a:chat' } });
    const from = async (address: string, path = '/api/messages') => {
      const answer = await fetch(`http://127.0.0.1:${server.address().port}${path}`, {
        method: path === '/api/messages' ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        ...(path === '/api/messages' && { body: activity }),
      });
      return { status: answer.status, wait: answer.headers.get('retry-after'), text: await answer.text() };
    };

    it('is answered with 429 before a token is looked at, and everybody else as ever', async () => {
      for (let refused = 0; refused < 100; refused += 1) assert.equal((await from('203.0.113.7')).status, 401);
      const turned = await from('203.0.113.7');
      assert.deepEqual([turned.status, turned.wait, looked], [429, '1', 100]);
      assert.match(turned.text, /Too many requests from here were refused/);
      assert.equal((await from('203.0.113.7', '/api/me')).status, 429);
      assert.equal((await from('203.0.113.8')).status, 401);
    });
  });
});
