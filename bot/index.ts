import { build } from './container.ts';
import { readSettings, WrongSettings } from './settings.ts';

// botbuilder prints every token it refuses, with a stack and a key, for anybody who cares to send one. What matters is in our own log.
if (process.env['LOG_LEVEL'] !== 'debug') Object.assign(globalThis.console, { error: () => undefined, warn: () => undefined });

try {
  const server = await build(readSettings(process.env));
  await server.start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)));
} catch (fault) {
  // Whoever starts the server reads this: what to mend, without a stack where the settings say it all.
  process.stderr.write(
    `${fault instanceof WrongSettings ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
  );
  process.exit(1);
}
