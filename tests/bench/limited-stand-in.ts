import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeLimits } from '../../local/faults.ts';

/** The part of the connector that a nudge needs, with the limits Teams documents; says how many it took and refused, and when. */
export const limitedStandIn = async () => {
  const limits = makeLimits(() => performance.now());
  const taken: number[] = [];
  const refused: number[] = [];
  let chats = 0;
  let messages = 0;
  const bodyOf = async (request: IncomingMessage): Promise<string> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const sending = /\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1];
      const to = sending ?? (JSON.parse(body) as { members: readonly { id: string }[] }).members[0]?.id ?? '';
      const wait = limits({ kind: sending === undefined ? 'create' : 'send', conversation: to });
      response.setHeader('content-type', 'application/json');
      if (wait > 0) {
        refused.push(performance.now());
        response.writeHead(429, { 'retry-after': String(Math.ceil(wait / 1_000)) });
        response.end('{"error":{"code":"Throttled"}}');
        return;
      }
      taken.push(performance.now());
      if (sending === undefined) chats += 1;
      else messages += 1;
      response.writeHead(201).end(JSON.stringify({ id: sending === undefined ? `chat-${to}` : String(messages) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    counts: () => ({ chats, messages, taken: [...taken], refused: refused.length }),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
