import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../domain/scoring/rounds.ts';
import { layBed, startServer } from './bed.ts';
import { startClients, untilKept } from './clients.ts';
import { untilQuiet, whatIsFound } from './found.ts';
import type { Row } from './found.ts';

/** Both servers at work between two restarts, in milliseconds. */
const together = 1_000;
/** So long after no request is sent to it any more a server is told to stop: as a load balancer drains. */
const drained = 300;

/** Two servers on one database; one after the other is stopped as an operator stops it and another takes its place, under the same load. */
export const rollingRestart = async (restarts: number, seed: number, file: string): Promise<Row> => {
  const { between } = chance(seed);
  const began = performance.now();
  const bed = await layBed({ engine: 'server', owners: Math.max(40, restarts * 25), channels: restarts * 20, file });
  try {
    const open = [await startServer(bed), await startServer(bed)];
    const clients = startClients(bed, () => open[between(0, open.length - 1)]?.url(), seed);
    for (let restart = 0; restart < restarts; restart += 1) {
      await untilKept(clients, 20);
      await pause(together);
      open.push(await startServer(bed));
      const leaves = open.shift();
      await pause(drained);
      await leaves?.stop();
    }
    await clients.stop();
    await untilQuiet(bed);
    await Promise.all(open.map((one) => one.stop()));
    return {
      ...{ fault: 'rolling restart', engine: 'server', times: `${restarts} restarts` },
      ...(await whatIsFound(bed, clients)),
      ...{ seconds: Math.round((performance.now() - began) / 1_000), note: 'two servers on one database' },
    };
  } finally {
    await bed.remove();
  }
};
