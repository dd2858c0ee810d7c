import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { Latency } from './stand-in-server.ts';

/** `taken`, `refused`: instants in milliseconds, in their order. */
const counted = z.object({ chats: z.int(), messages: z.int(), taken: z.array(z.number()), refused: z.array(z.number()) });
const listening = z.object({ url: z.url() });

/** The connector with Teams' limits (stand-in-server.ts) in a process of its own: it counts when requests arrive, however busy we are. */
export const limitedStandIn = async (latency: Latency) => {
  const child = fork(join(import.meta.dirname, 'stand-in-server.ts'), [JSON.stringify(latency)], {
    execArgv: ['--import', 'tsx'],
  });
  const next = async (): Promise<unknown> => {
    const [message] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as [unknown];
    return message;
  };
  const { url } = listening.parse(await next());
  return {
    url,
    counts: async (): Promise<z.infer<typeof counted>> => {
      const answer = next();
      child.send('counts');
      return counted.parse(await answer);
    },
    stop: async (): Promise<void> => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};
