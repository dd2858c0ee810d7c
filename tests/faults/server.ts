import { build } from '../../bot/container.ts';
import { readSettings } from '../../bot/settings.ts';

/**
 * The whole server as a process that faults happen to: as bot/index.ts, but it has loaded when it is told to begin, with which settings,
 * so that many can be started and killed in little time, and says on which port it listens.
 */
process.once('message', (settings: Record<string, string>) => {
  void (async () => {
    try {
      const server = await build(readSettings(settings));
      process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
      process.send?.({ port: await server.start() });
    } catch (fault) {
      process.stderr.write(`${fault instanceof Error ? fault.message.slice(0, 500) : String(fault)}\n`);
      process.exit(1);
    }
  })();
});
// Waiting to be told keeps it alive.
process.channel?.ref();
process.send?.({ loaded: true });
// Whoever waits to begin must not stay when its parent has gone.
process.on('disconnect', () => process.exit(1));
