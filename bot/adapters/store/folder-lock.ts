import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Unix socket paths end at 104 bytes on macOS and 108 on Linux, the closing zero included. */
const longestSocketPath = 103;

export type FolderLock = { release(): Promise<void> };

/**
 * One process at a time: two on one database folder corrupt it. The lock is a listening socket beside the folder, so the
 * kernel frees it however the process ends. Throws `database ... is in use by pid N`.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  const path = socketPath(folder);
  // Being there is all it says. A process too busy to speak is still there: the kernel connects for it.
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, path);
  } catch (error) {
    if (!isCode(error, 'EADDRINUSE')) throw error;
    await clearAway(path, folder);
    await listen(server, path).catch((again: unknown) => {
      throw isCode(again, 'EADDRINUSE') ? inUse(folder) : again;
    });
  }
  server.unref();
  writeFileSync(holderFile(folder), String(process.pid));
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
};

const socketPath = (folder: string): string => {
  const beside = `${folder}.lock`;
  if (Buffer.byteLength(beside) <= longestSocketPath) return beside;
  return join(tmpdir(), `${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.lock`);
};

/** Removes the socket of a process that is gone; throws when it is not gone, or when another one took its place meanwhile. */
const clearAway = async (path: string, folder: string): Promise<void> => {
  const before = identity(path);
  if (await isListening(path)) throw inUse(folder);
  if (before === undefined) return;
  if (identity(path) !== before) throw inUse(folder);
  unlinkSync(path);
};

const identity = (path: string): string | undefined => {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino.toString()} ${found.ctimeNs.toString()}`;
};

const isListening = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error) => {
      // Any other trouble, such as too many at the door, is no proof that nobody is there.
      resolve(!isCode(error, 'ECONNREFUSED') && !isCode(error, 'ENOENT'));
    });
  });

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** For people only: the file says who holds the lock, the socket that somebody does. */
const holderFile = (folder: string): string => `${folder}.pid`;

const inUse = (folder: string): Error => {
  const pid = readFileSync(holderFile(folder), { encoding: 'utf8', flag: 'a+' });
  return new Error(`database ${folder} is in use by ${pid === '' ? 'another process' : `pid ${pid}`}; stop that one first`);
};

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
