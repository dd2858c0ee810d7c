import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from './activities.ts';
import type { Deliver, Delivered } from './deliver.ts';

/** How often Teams asks in all. */
const times = 3;

/**
 * How Teams asks a message extension: when no answer has come in time, it sends the very same again, twice, and the first answer that
 * comes counts. `within` is in milliseconds.
 */
export const makeInsistence =
  (deliver: Deliver, within: number) =>
  async (activity: Activity): Promise<Delivered> => {
    const asked: Promise<Delivered>[] = [];
    for (let time = 0; time < times; time += 1) {
      asked.push(deliver(activity));
      const over = new AbortController();
      const late = pause(within, undefined, { signal: over.signal }).catch(() => undefined);
      const answer = await Promise.race([...asked, late]);
      over.abort();
      if (answer !== undefined) return answer;
    }
    return { status: 0, body: undefined };
  };
export type Insist = ReturnType<typeof makeInsistence>;
