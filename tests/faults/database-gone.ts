import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { layBed, startServer } from './bed.ts';
import { startClients, untilKept } from './clients.ts';
import { untilQuiet, whatIsFound } from './found.ts';
import type { Row } from './found.ts';

/** Answers after the database has come back, and how long is waited for the first of them, at most. Milliseconds. */
const after = 3_000;
const longestReturn = 120_000;

/** Between the server and its database: connections can be cut, and new ones refused, while the database itself serves others. */
const cuttable = async (databaseUrl: string) => {
  const target = new URL(databaseUrl);
  const [port, host] = [Number(target.port === '' ? 5432 : target.port), target.hostname];
  const open = new Set<Socket>();
  let cut = false;
  const proxy = createServer((near) => {
    if (cut) {
      near.destroy();
      return;
    }
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          open.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  target.hostname = '127.0.0.1';
  target.port = String((proxy.address() as AddressInfo).port);
  return {
    url: target.href,
    cut: (on: boolean): void => {
      cut = on;
      if (on) for (const one of open) one.destroy();
    },
    stop: (): void => {
      for (const one of open) one.destroy();
      proxy.close();
    },
  };
};

/** The database is gone for so many seconds and comes back, under the same load; the server is not started again. */
export const databaseGone = async (seconds: number, seed: number, file: string): Promise<Row> => {
  const began = performance.now();
  const bed = await layBed({ engine: 'server', owners: 60, channels: 200, file });
  const proxy = await cuttable(bed.place.databaseUrl ?? '');
  try {
    const server = await startServer(bed, { DATABASE_URL: proxy.url });
    const clients = startClients(bed, server.url, seed);
    await untilKept(clients, 30);
    proxy.cut(true);
    const gone = performance.now();
    await pause(Math.min(seconds * 1_000, 1_500));
    const health = await fetch(`${server.url() ?? ''}/healthz`, { signal: AbortSignal.timeout(20_000) }).then(
      ({ status }) => String(status),
      () => 'no answer',
    );
    await pause(Math.max(0, gone + seconds * 1_000 - performance.now()));
    proxy.cut(false);
    const back = performance.now();
    while (clients.last() < back && performance.now() < back + longestReturn && !server.hasEnded()) await pause(20);
    const returned = clients.last() >= back ? `${((clients.last() - back) / 1_000).toFixed(1)} s` : 'never';
    await pause(after);
    await clients.stop();
    await untilQuiet(bed);
    const survived = server.hasEnded() ? 'the server ended' : 'the same process went on';
    await server.stop();
    return {
      ...{ fault: 'database gone', engine: 'server', times: `${seconds} s` },
      ...(await whatIsFound(bed, clients)),
      seconds: Math.round((performance.now() - began) / 1_000),
      note: `/healthz meanwhile: ${health}; first answer kept again after ${returned}; ${survived}`,
    };
  } finally {
    proxy.stop();
    await bed.remove();
  }
};
