import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { patience } from '../store-engines.ts';
import { startTarget } from './target.ts';
import type { Target } from './target.ts';

/** Megabytes that a body of a few kilobytes would become. */
const inflated = 8;

describe('a request that is hostile on the wire', function () {
  this.timeout(60_000);
  let target: Target;
  let before_: Readonly<Record<string, number>>;
  before(async function () {
    this.timeout(3 * patience);
    target = await startTarget();
    before_ = await target.rows();
  });
  after(async () => {
    assert.deepEqual(await target.rows(), before_, 'nothing was stored');
    await target.stop();
  });

  const json = { 'content-type': 'application/json' };
  const doors = () => {
    const { channel, connectorTokens, tabTokens } = target;
    const api = `/api/channels/${encodeURIComponent(channel)}`;
    const [member = ''] = tabTokens.inside;
    return [
      { path: '/api/messages', authorization: connectorTokens.good },
      { path: `${api}/actions`, authorization: member },
      { path: `${api}/manage/purpose`, authorization: member },
      { path: `${api}/rounds/import`, authorization: member },
    ];
  };
  const post = async (path: string, headers: Record<string, string>, body: BodyInit): Promise<number> => {
    const { status } = await fetch(`${target.app.url}${path}`, { method: 'POST', headers, body });
    return status;
  };
  const stillServes = async (): Promise<void> => {
    assert.equal((await fetch(`${target.app.url}/healthz`)).status, 200);
  };

  it('is refused where it is too large, at every door', async () => {
    for (const { path, authorization } of doors()) {
      const size = path.endsWith('import') ? 22 * 2 ** 20 : 400_000;
      // Whoever does not stop sending may find the connection closed.
      const status = await post(path, { ...json, authorization }, `{"x":"${'x'.repeat(size)}"}`).catch(() => 413);
      assert.equal(status, 413, path);
    }
    await stillServes();
  });

  it('is refused where it is nested deeper than anybody means, with brackets that close and with ones that do not', async () => {
    for (const { path, authorization } of doors())
      for (const body of [
        '['.repeat(50_000),
        `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
        `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      ]) {
        const status = await post(path, { ...json, authorization }, body);
        assert.ok(status >= 400 && status < 500, `${path} ${status}`);
      }
    await stillServes();
  });

  it('is refused where it is compressed, however it says so, and nothing of it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(inflated * 2 ** 20, ' '));
    for (const { path, authorization } of doors())
      for (const encoding of ['gzip', 'GZIP', 'x-gzip', 'gzip, identity', 'deflate', 'br', 'zstd']) {
        const status = await post(path, { ...json, authorization, 'content-encoding': encoding }, bomb);
        assert.equal(status, 415, `${path} ${encoding}`);
      }
    await stillServes();
  });

  it('has no keys that change what objects are, wherever they stand', async () => {
    const { connectorTokens } = target;
    const bodies = [
      '{"__proto__":{"type":"message","from":{"id":"x"}}}',
      '{"constructor":{"prototype":{"admin":true}},"type":"message"}',
    ];
    for (const body of bodies)
      assert.equal(await post('/api/messages', { ...json, authorization: connectorTokens.good }, body), 400);
    assert.equal(({} as Record<string, unknown>)['admin'], undefined);
    assert.equal(({} as Record<string, unknown>)['type'], undefined);
  });

  it('holds nobody up where it trickles in, or stays open without a word', async () => {
    const { hostname, port } = new URL(target.app.url);
    const slow = Array.from({ length: 200 }, (_, at) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(
        at % 2 === 0
          ? 'POST /api/messages HTTP/1.1\r\nhost: x\r\n'
          : 'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
      );
      return socket;
    });
    await Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    for (let times = 0; times < 20; times += 1) await stillServes();
    for (const socket of slow) socket.destroy();
    await stillServes();
  });

  it('is refused where it is no HTTP, or two requests in one', async () => {
    const { hostname, port } = new URL(target.app.url);
    const speak = (text: string): Promise<string> =>
      new Promise((resolve) => {
        let heard = '';
        const socket = connect(Number(port), hostname, () => socket.end(text));
        socket.on('data', (part: Buffer) => (heard += part.toString()));
        socket.on('error', () => undefined);
        socket.once('close', () => {
          resolve(heard);
        });
      });
    const twice =
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
    for (const text of ['\u0000\u0001\u0002', 'GET\r\n\r\n', `GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, twice]) {
      const [answer] = (await speak(text)).split('\r\n');
      assert.match(answer ?? '', /^(HTTP\/1\.1 4\d\d .*)?$/);
    }
    await stillServes();
  });
});
