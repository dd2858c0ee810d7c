import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** A port nobody has at the moment; the system chooses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export type Running = {
  process: ChildProcess;
  ended: () => string | undefined;
  /** From now on its clock runs ahead of the machine's by so many milliseconds. */
  moveClock: (ahead: number) => void;
  stop: () => Promise<void>;
};

const movedClock = pathToFileURL(join(import.meta.dirname, 'moved-clock.mjs')).href;

/** Starts the bot's server as a process of its own, with the settings it would get anywhere else. */
export function startBot(root: string, entry: string, settings: Record<string, string>, clockAhead = 0): Running {
  const child = spawn(process.execPath, ['--import', movedClock, entry], {
    cwd: root,
    // A database that happens to be named in the shell is not for the sample.
    env: { ...process.env, DATABASE_URL: '', ...settings, LOCAL_CLOCK_AHEAD: String(clockAhead) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let end: string | undefined;
  child.once('exit', (code, signal) => {
    end = `code ${code ?? signal ?? 'unknown'}`;
  });
  child.once('error', (error) => {
    end = error.message;
  });
  const moveClock = (ahead: number): void => {
    if (child.connected) child.send({ clockAhead: ahead });
  };
  return { process: child, ended: () => end, moveClock, stop: () => stopChild(child, () => end !== undefined) };
}

/** Asks first, insists after five seconds. */
async function stopChild(child: ChildProcess, ended: () => boolean): Promise<void> {
  if (ended()) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(insist);
}

/** Waits until `/healthz` says 200, at most `within` milliseconds; throws with the reason when it does not come to that. */
export async function untilHealthy(url: string, bot: Pick<Running, 'ended'>, within: number): Promise<void> {
  const until = Date.now() + within;
  while (Date.now() < until) {
    const end = bot.ended();
    if (end !== undefined) throw new Error(`The app ended before it was ready (${end}).`);
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
    if (response?.ok === true) return;
    await pause(100);
  }
  throw new Error(`The app was not ready within ${within / 1000} seconds.`);
}
