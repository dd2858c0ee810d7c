import assert from 'node:assert/strict';
import { httpServer } from '../../bot/handlers/http.ts';
import { isKnown, tagOf } from '../../bot/handlers/unchanged.ts';
import { Refused } from '../../bot/errors.ts';
import { silentLog } from '../store-engines.ts';

type Needs = Parameters<typeof httpServer>[0];

describe('an answer that has not changed', () => {
  let member = true;
  const use = {
    enterChannel: () =>
      member ? Promise.resolve({ collaboration: 'here' }) : Promise.reject(new Refused('no collaboration here')),
    readOverview: () => Promise.resolve({ purpose: 'å' }),
    readTimeline: () => Promise.resolve({ rounds: [] }),
    readRound: (_where: unknown, _who: unknown, round: number) =>
      round === 1 ? Promise.resolve({ round }) : Promise.reject(new Refused('no such results')),
  } as unknown as Needs['use'];
  const server = httpServer({
    clock: () => new Date('2026-01-01T09:00:00Z'),
    use,
    log: silentLog,
    readToken: (given: string | undefined) =>
      Promise.resolve(given === 'Bearer good' ? { is: 'signed in', person: {} } : { is: 'refused' }),
  } as unknown as Needs);
  let address = '';
  before((done) => {
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${server.address().port}/api/channels/c`;
      done();
    });
  });
  after((done) => {
    server.close(done);
    server.server.closeAllConnections();
  });
  const get = async (path: string, known?: string, authorization = 'Bearer good') => {
    const headers = { authorization, ...(known === undefined ? {} : { 'if-none-match': known }) };
    const answer = await fetch(address + path, { headers });
    const { status } = answer;
    return { status, tag: answer.headers.get('etag'), keep: answer.headers.get('cache-control'), text: await answer.text() };
  };

  for (const path of ['/overview', '/rounds', '/rounds/1'])
    it(`of ${path} is 304 without a body; who may not read it hears nothing of it`, async () => {
      member = true;
      const first = await get(path);
      assert.deepEqual([first.status, first.keep], [200, 'private, no-cache']);
      assert.equal(first.tag, tagOf(first.text));
      assert.deepEqual(await get(path, first.tag), { ...first, status: 304, text: '' });
      assert.deepEqual(await get(path, 'W/"other"'), first);
      assert.deepEqual((({ status, tag }) => [status, tag])(await get(path, first.tag, 'Bearer bad')), [401, null]);
      member = false;
      assert.deepEqual((({ status, tag }) => [status, tag])(await get(path, '*')), [403, null]);
    });

  it('is never that of a round that is not there, or of a number that is none', async () => {
    member = true;
    for (const number of ['2', '0', '01', '-1', '1.5', 'one', '32768']) {
      const { status, tag } = await get(`/rounds/${number}`, '*');
      assert.deepEqual([status, tag], [404, null], number);
    }
  });

  it('is told by its tag, weak or strong, alone or among others', () => {
    const tag = tagOf('one');
    for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*']) assert.equal(isKnown(known, tag), true, known);
    for (const known of [undefined, '', tagOf('two'), tag.slice(0, -1)]) assert.equal(isKnown(known, tag), false);
  });
});
