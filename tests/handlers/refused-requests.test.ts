import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { problem } from '../../bot/contracts/tab-api.ts';
import { closedDoor } from './closed-door.ts';

const channel = '/api/channels/19%3Asample%40thread.tacv2';
const manage = ['purpose', 'organisations', 'practical', 'links', 'link-code', 'closing', 'plan', 'launch', 'close'].map(
  (name) => [`manage/${name}`, 'POST'],
);
/** Every address of the API and what it takes. */
const routes: readonly (readonly [path: string, allowed: readonly string[]])[] = [
  ['/api/messages', ['POST']],
  ['/api/me', ['GET']],
  ...[
    ['overview', 'GET'],
    ['my-data', 'GET'],
    ['exports', 'POST'],
    ['rounds', 'GET'],
    ['rounds/import', 'POST'],
    ['manage', 'GET'],
    ...manage,
  ].map(([path, method]) => [`${channel}/${path ?? ''}`, [method ?? '']] as const),
  [`${channel}/manage/people`, ['GET', 'POST']],
  [`${channel}/hand-over`, ['GET']],
  [`${channel}/log`, ['GET']],
  [`${channel}/rounds/1`, ['GET']],
  [`${channel}/about`, ['GET']],
  [`${channel}/about/:organisation`, ['PUT']],
  [`${channel}/actions`, ['GET', 'POST']],
  [`${channel}/actions/partners`, ['GET']],
  [`${channel}/actions/1`, ['GET', 'POST']],
  [`${channel}/actions/1/nudge`, ['POST']],
  [`${channel}/deliveries`, ['GET', 'POST']],
  [`${channel}/meetings`, ['GET', 'POST']],
  [`${channel}/meetings/rhythm`, ['POST']],
  [`${channel}/meetings/rhythm-days`, ['POST']],
  [`${channel}/meetings/preview`, ['POST']],
  [`${channel}/meetings/:meeting`, ['POST']],
  [`${channel}/meetings/:meeting/attendance`, ['GET', 'POST']],
  [`${channel}/meetings/:meeting/decisions`, ['POST']],
  [`${channel}/meetings/1/agenda`, ['GET', 'POST']],
  [`${channel}/meetings/1/agenda/actions`, ['POST']],
  [`${channel}/meetings/1/check-out`, ['GET', 'POST']],
  [`${channel}/meetings/1/minutes`, ['GET']],
  [`${channel}/meetings/1/agenda/areas/1/silent`, ['GET', 'POST']],
  [`${channel}/summary`, ['GET']],
];
const asMounted = (path: string): string =>
  path
    .replace(channel, '/api/channels/:channel')
    .replace('rounds/1', String.raw`rounds/:number(^\d+$)`)
    .replace('actions/1', String.raw`actions/:action(^\d+$)`)
    .replace('meetings/1', String.raw`meetings/:number(^\d+$)`)
    .replace('areas/1', String.raw`areas/:area(^\d+$)`);
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

describe('a request that no address takes', () => {
  const server = closedDoor();
  before((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  after((done) => {
    server.close(done);
  });

  type Sent = { method?: string; headers?: Record<string, string>; body?: string };
  /** Not by fetch, which mends paths. */
  const send = async (path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) => {
    const { port } = server.address();
    const all = { 'accept-language': 'nb-NO', 'content-length': String(Buffer.byteLength(body)), ...headers };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: '127.0.0.1', port, agent: false, path, method, headers: all }, resolve).once('error', reject).end(body);
    });
    let text = '';
    for await (const piece of response) text += String(piece);
    return { status: response.statusCode, headers: response.headers, text };
  };
  const refusal = async (path: string, sent: Sent, status: number, sentence: RegExp) => {
    const where = `${sent.method ?? 'GET'} ${path} ${JSON.stringify(sent.headers ?? {})}`;
    const found = await send(path, sent);
    assert.equal(found.status, status, `${where} ${String(found.status)} ${found.text}`);
    assert.equal(found.headers['content-type'], 'application/problem+json; charset=utf-8', where);
    if (sent.method !== 'HEAD') {
      const { status: said, detail } = problem.parse(JSON.parse(found.text));
      assert.equal(said, status, where);
      assert.match(detail, sentence, where);
    }
    return found;
  };
  const json = { 'content-type': 'application/json' };
  const sending = routes.flatMap(([path, allowed]) =>
    allowed.filter((method) => method === 'POST' || method === 'PUT').map((method) => ({ path, method })),
  );

  it('is tried here at every address of the API', () => {
    type Mounted = { readonly method: string; readonly path: string };
    const mounted = Object.values(
      (server as unknown as { router: { getRoutes: () => Record<string, Mounted> } }).router.getRoutes(),
    );
    assert.deepEqual(
      routes.flatMap(([path, allowed]) => allowed.map((method) => `${method} ${asMounted(path)}`)).sort(),
      mounted.flatMap(({ method, path }) => (path.startsWith('/api/') ? [`${method} ${path}`] : [])).sort(),
    );
  });

  it('is told with 405 which methods an address takes, in the language of the reader', async () => {
    for (const [path, allowed] of routes)
      for (const method of methods.filter((one) => !allowed.includes(one))) {
        const { headers } = await refusal(path, { method, headers: json }, 405, /tar ikke imot forespørsler av den typen/);
        assert.deepEqual(String(headers.allow).split(', ').sort(), [...allowed].sort(), `${method} ${path}`);
      }
    await refusal('/api/messages', { headers: { 'accept-language': 'en-GB' } }, 405, /does not take requests of that kind/);
  });

  it('is refused with 415 where it is posted as anything but JSON, or compressed', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx', ''];
    for (const { path, method } of sending) {
      for (const type of types)
        await refusal(path, { method, headers: { 'content-type': type }, body: '{}' }, 415, /bare imot JSON/);
      await refusal(path, { method, body: '{}' }, 415, /bare imot JSON/);
      for (const encoding of ['gzip', 'br', 'deflate', 'x'])
        await refusal(path, { method, headers: { ...json, 'content-encoding': encoding }, body: '{}' }, 415, /JSON/);
      const good = await send(path, {
        method,
        headers: { 'content-type': 'Application/JSON; charset=utf-8' },
        body: '{}',
      });
      assert.ok(good.status === 401 || good.status === 400, `${path} ${String(good.status)}`);
    }
  });

  it('is refused with 413 where it is too large, and with 400 where it is broken JSON', async () => {
    for (const path of ['/api/messages', `${channel}/exports`]) {
      const large = JSON.stringify({ x: 'x'.repeat(300_000) });
      await refusal(path, { method: 'POST', headers: json, body: large }, 413, /for stor/);
      await refusal(path, { method: 'POST', headers: json, body: '{' }, 400, /ble ikke forst/);
    }
  });

  it('finds nothing at any other address, in the language of the reader, whatever its method', async () => {
    const nowhere = ['/api', '/api/', '/api/nothing', '/api/messages/x', channel, `${channel}/manage/nothing`, '/api/channels'];
    for (const path of nowhere)
      for (const method of methods) await refusal(path, { method, headers: json }, 404, /Det er ingenting/);
  });

  it('is refused as any other where its address is no address', async () => {
    for (const path of ['/api/channels/%zz/overview', '/api/%E0%A4%A', `/api/channels/${'x'.repeat(2_000)}/overview`]) {
      const { status, headers, text } = await send(path);
      assert.ok(status === 400 || status === 404, `${path.slice(0, 30)} ${String(status)}`);
      assert.match(String(headers['content-type']), /problem\+json/, path.slice(0, 30));
      assert.doesNotMatch(text, /at .*\.js|URI/);
    }
  });
});
