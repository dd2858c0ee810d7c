import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from './activities.ts';
import type { Deliver, Delivered } from './deliver.ts';

/** How often Teams asks in all. */
const times = 3;

/** Settles when an answer is late; before that, where the signal says that it has come. */
export type UntilLate = (answered: AbortSignal) => Promise<unknown>;

/** After so many milliseconds, of the machine's own clock. */
export const lateAfter =
  (milliseconds: number): UntilLate =>
  (answered) =>
    pause(milliseconds, undefined, { signal: answered }).catch(() => undefined);

/**
 * How Teams asks a message extension: when no answer has come in time, it sends the very same again, twice, and the first answer that
 * comes counts.
 */
export const makeInsistence =
  (deliver: Deliver, untilLate: UntilLate) =>
  async (activity: Activity): Promise<Delivered> => {
    const asked: Promise<Delivered>[] = [];
    for (let time = 0; time < times; time += 1) {
      asked.push(deliver(activity));
      const answered = new AbortController();
      const late = untilLate(answered.signal).then(() => undefined);
      const answer = await Promise.race([...asked, late]);
      answered.abort();
      if (answer !== undefined) return answer;
    }
    return { status: 0, body: undefined };
  };
export type Insist = ReturnType<typeof makeInsistence>;
