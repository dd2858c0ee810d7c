import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** In place of Teams: counts what it got for each person, before it answers, and takes its time for the answer. */
export const countingStandIn = async (milliseconds: () => number) => {
  const got = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const to = Buffer.concat(parts).toString();
      got.set(to, (got.get(to) ?? 0) + 1);
      void pause(milliseconds()).then(() => response.end('1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    got,
    /** Until so many people have got something; after three seconds in any case, for there may be nothing left to send. */
    hasGot: async (people: number): Promise<void> => {
      for (let looks = 0; looks < 600 && got.size < people; looks += 1) await pause(5);
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
