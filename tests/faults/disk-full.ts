import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, writeSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copiedFolder } from '../store-engines.ts';
import { layBed, startServer } from './bed.ts';
import { startClients, untilKept } from './clients.ts';
import { asOwner, giveUpWorkers } from './database.ts';
import { untilQuiet, whatIsFound } from './found.ts';
import type { Row } from './found.ts';

/** So long a server that has not ended may take to go on once there is room. Milliseconds. */
const longestReturn = 30_000;
const megabytes = 160;

/** A file system in memory of its own, as far as we may mount one: root may. */
const smallDisk = () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (): void => {
      const file = openSync(ballast, 'w');
      for (let size = 2 ** 20; size >= 512; size /= 2)
        try {
          for (;;) writeSync(file, Buffer.alloc(size));
        } catch {
          // Full for pieces of this size.
        }
      closeSync(file);
    },
    empty: (): void => {
      rmSync(ballast, { force: true });
    },
    remove: (): void => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const canMount = (): boolean => {
  if (process.getuid?.() !== 0) return false;
  try {
    smallDisk().remove();
    return true;
  } catch {
    // In many containers root may not.
    return false;
  }
};
export const mayMount = canMount();

/** The disk of the embedded database is full for so many seconds, under the same load; then there is room again. */
export const diskFull = async (seconds: number, seed: number, file: string): Promise<Row> => {
  const began = performance.now();
  const disk = smallDisk();
  const folder = join(disk.folder, 'data');
  mkdirSync(folder);
  cpSync(await copiedFolder(), folder, { recursive: true });
  const bed = await layBed({ engine: 'embedded', owners: 60, channels: 300, folder, file });
  try {
    let server = await startServer(bed);
    const clients = startClients(bed, () => server.url(), seed);
    await untilKept(clients, 30);
    disk.fill();
    const kept = clients.acknowledged();
    for (let waited = 0; waited < seconds * 1_000 && !server.hasEnded(); waited += 20) await pause(20);
    const meanwhile = clients.acknowledged() - kept;
    const ended = server.hasEnded();
    disk.empty();
    const byItself = !ended && (await untilKept(clients, 10, longestReturn));
    if (!byItself) {
      await server.kill();
      await asOwner(bed, (rows) => rows(giveUpWorkers));
      server = await startServer(bed);
      await untilKept(clients, 20);
    }
    await clients.stop();
    await untilQuiet(bed);
    await server.stop();
    const how = byItself
      ? 'went on by itself'
      : ended
        ? 'ended, and went on when it was started again'
        : 'had to be ended and started again';
    return {
      ...{ fault: 'disk full', engine: 'embedded', times: `${seconds} s` },
      ...(await whatIsFound(bed, clients)),
      seconds: Math.round((performance.now() - began) / 1_000),
      note: `a real file system of ${megabytes} MB; ${meanwhile} answers kept while it was full; the server ${how}`,
    };
  } finally {
    await bed.remove();
    disk.remove();
  }
};
