import { setTimeout as pause } from 'node:timers/promises';
import { layBed, startServer } from './bed.ts';
import { startClients, untilKept } from './clients.ts';
import { untilQuiet, whatIsFound } from './found.ts';
import type { Row } from './found.ts';

const hour = 3_600_000;
/** Milliseconds between two jumps. */
const between = 3_000;

/**
 * The machine's clock, the embedded database's with it, jumps an hour forwards and back, again and again, across the hour at which
 * everything is due: it begins at 08:30, nudges are due at 09:00.
 */
export const clockJumps = async (jumps: number, seed: number, file: string): Promise<Row> => {
  const began = performance.now();
  const bed = await layBed({ engine: 'embedded', owners: 60, channels: jumps * 10, begins: '08:30', file });
  try {
    const server = await startServer(bed);
    const clients = startClients(bed, server.url, seed);
    await untilKept(clients, 30);
    await pause(between);
    const early = bed.teams.state.messages.filter(({ conversation }) => conversation.startsWith('a:owner-')).length;
    for (let jump = 1; jump <= jumps; jump += 1) {
      server.moveClock(jump % 2 === 1 ? hour : 0);
      await pause(between);
    }
    server.moveClock(hour);
    await pause(between);
    await clients.stop();
    await untilQuiet(bed);
    await server.stop();
    return {
      ...{ fault: 'clock jumps', engine: 'embedded', times: `${jumps} times an hour` },
      ...(await whatIsFound(bed, clients)),
      seconds: Math.round((performance.now() - began) / 1_000),
      note: `${early} nudges came before their hour`,
    };
  } finally {
    await bed.remove();
  }
};
