import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const movedClock = pathToFileURL(join(import.meta.dirname, '..', '..', 'local', 'moved-clock.mjs')).href;

/** One server process. It loads at once and begins when told to. `ahead`: milliseconds its clock runs ahead of the machine's. */
export const serverProcess = (file: string, ahead: number) => {
  const shown = process.env['FAULTS_VERBOSE'] === undefined ? 'ignore' : 'inherit';
  const child = spawn(process.execPath, ['--import', movedClock, file], {
    env: { ...process.env, LOCAL_CLOCK_AHEAD: String(ahead) },
    stdio: ['ignore', shown, shown, 'ipc'],
  });
  let port: number | undefined;
  let ended = false;
  const gone = once(child, 'exit').then(() => {
    ended = true;
  });
  const loaded = new Promise<void>((resolve) => {
    child.on('message', (told: { port?: number; loaded?: true }) => {
      if (told.loaded === true) resolve();
      port = told.port ?? port;
    });
    child.once('exit', () => {
      resolve();
    });
  });
  const url = (): string | undefined => (ended || port === undefined ? undefined : `http://127.0.0.1:${port}`);
  return {
    url,
    hasEnded: () => ended,
    loaded,
    gone,
    begin: (settings: Readonly<Record<string, string>>) => {
      if (child.connected) child.send(settings, () => undefined);
    },
    /** Until it listens; false: it has ended, or does not after so many milliseconds. */
    listens: async (within = 120_000): Promise<boolean> => {
      for (let waited = 0; waited < within && url() === undefined && !ended; waited += 5) await pause(5);
      return url() !== undefined;
    },
    moveClock: (to: number) => {
      if (child.connected) child.send({ clockAhead: to }, () => undefined);
    },
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await gone;
    },
    /** As an operator stops it. */
    stop: async (): Promise<void> => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
export type ServerProcess = ReturnType<typeof serverProcess>;
