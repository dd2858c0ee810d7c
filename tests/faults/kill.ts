import { setTimeout as pause } from 'node:timers/promises';
import { chance } from '../domain/scoring/rounds.ts';
import { layBed, startServer } from './bed.ts';
import type { Engine, Server } from './bed.ts';
import { startClients, untilKept } from './clients.ts';
import { asOwner, giveUpWorkers } from './database.ts';
import { untilQuiet, whatIsFound } from './found.ts';
import type { Row } from './found.ts';

/** One in so many is killed while it opens the database; the others after up to so many more answers were kept, and a little later. Milliseconds. */
const killedOpening = 4;
const mostMore = 30;
const longestWait = 30_000;
const longestOpening = { embedded: 1_200, server: 400 } as const;
const longestAfter = 150;
/** Servers at work at the same time: the embedded database has one process. */
const atOnce = { embedded: 1, server: 3 } as const;
/** After so many kills of the embedded one, jobs of dead workers are given up by hand: no server lives long enough to do it. */
const embeddedGivesUp = 10;
const longestAnswer = 60;
/** Nudges for each kill, and at most. */
const owners = { each: 3, least: 60, most: 1_500 };

/**
 * kill -9 at random moments, while eight clients answer, a ninth sets the app up in one channel after another, and nudges are due and the
 * survey's card and its copies go out.
 */
export const kill = async (engine: Engine, times: number, seed: number, file: string): Promise<Row> => {
  const { between } = chance(seed);
  const began = performance.now();
  const bed = await layBed({
    ...{ engine, file, channels: Math.min(times * 4, 1_000) },
    owners: Math.min(owners.most, Math.max(owners.least, owners.each * times)),
  });
  try {
    bed.teams.failBy(({ kind }) => (kind === 'send' ? { late: between(0, longestAnswer) } : undefined));
    const running = new Set<Server>();
    const clients = startClients(
      bed,
      () => {
        const urls = [...running].flatMap((one) => one.url() ?? []);
        return urls[between(0, Math.max(0, urls.length - 1))];
      },
      seed,
    );
    let killed = 0;
    let opening = 0;
    const one = async (): Promise<void> => {
      let next = bed.standBy();
      while (killed < times) {
        killed += 1;
        const server = next;
        await server.loaded;
        server.begin();
        running.add(server);
        // The next one loads meanwhile.
        next = bed.standBy();
        const early = between(1, killedOpening) === 1;
        if (early) opening += 1;
        else {
          await server.listens();
          await untilKept(clients, between(1, mostMore), longestWait);
        }
        await pause(between(0, early ? longestOpening[engine] : longestAfter));
        await server.kill();
        running.delete(server);
        if (engine === 'server' || killed % embeddedGivesUp === 0) await asOwner(bed, (rows) => rows(giveUpWorkers));
        if (killed % 50 === 0) console.error(`kill, ${engine}: ${killed} of ${times}`);
      }
      await next.kill();
    };
    await Promise.all(Array.from({ length: atOnce[engine] }, one));
    await clients.stop();
    await asOwner(bed, (rows) => rows(giveUpWorkers));
    const last = await startServer(bed);
    await untilQuiet(bed);
    await last.stop();
    const seconds = Math.round((performance.now() - began) / 1_000);
    return {
      ...{ fault: 'kill -9', engine, times: `${times} kills` },
      ...(await whatIsFound(bed, clients)),
      ...{ seconds, note: `${opening} of them while it opened the database` },
    };
  } finally {
    await bed.remove();
  }
};
