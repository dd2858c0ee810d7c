import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { makeLimits } from '../../local/faults.ts';

/** Milliseconds a request is on its way there before it is counted, and its answer on the way back; each between none and twice as much. */
const ways = z.object({ there: z.number().nonnegative(), back: z.number().nonnegative() });
export type Latency = z.infer<typeof ways>;
const { there, back } = ways.parse(JSON.parse(process.argv[2] ?? ''));

/** The part of the connector that a nudge needs, with the limits Teams documents; tells its parent how many it took and refused, and when. */
const limits = makeLimits(() => performance.now());
const taken: number[] = [];
const refused: number[] = [];
let chats = 0;
let messages = 0;

/** Uneven, and the same in every run. */
let turn = 0;
const after = async (mean: number): Promise<void> => {
  turn = (turn * 1_103_515_245 + 12_345) % 2 ** 31;
  if (mean > 0) await new Promise((resolve) => setTimeout(resolve, (2 * mean * turn) / 2 ** 31));
};
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

const answered = async (request: IncomingMessage) => {
  const body = await bodyOf(request);
  const sending = /\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1];
  const to = sending ?? (JSON.parse(body) as { members: readonly { id: string }[] }).members[0]?.id ?? '';
  await after(there);
  const wait = limits({ kind: sending === undefined ? 'create' : 'send', conversation: to });
  (wait > 0 ? refused : taken).push(performance.now());
  if (wait === 0 && sending === undefined) chats += 1;
  if (wait === 0 && sending !== undefined) messages += 1;
  const id = sending === undefined ? `chat-${to}` : String(messages);
  await after(back);
  return wait > 0
    ? { status: 429, headers: { 'retry-after': String(Math.ceil(wait / 1_000)) }, body: { error: { code: 'Throttled' } } }
    : { status: 201, headers: {}, body: { id } };
};

const server = createServer((request, response) => {
  void answered(request).then(({ status, headers, body }) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body)),
  );
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
});
process.on('message', () => process.send?.({ chats, messages, taken, refused }));
process.on('disconnect', () => process.exit());
