import { pace } from './pace.ts';
import type { Time } from './pace.ts';
import { counter } from './window.ts';
import type { Window } from './window.ts';

/** A hair longer than Teams counts: clocks differ, and the quickest way there and the quickest way back need not be of one request. */
const perTenant: readonly Window[] = [{ most: 50, within: 1_008 }];
/** 50 a second would be 20 ms; a hair longer, so that the windows seldom have to hold anything up. */
const gap = 20.25;
/**
 * Requests do not get there as evenly as they leave. At first, and after a refusal, so many milliseconds are allowed for at most, and
 * with each request that is taken a little less, down to the least.
 */
const uneven = { most: 400, least: 50, lessWithEach: 0.999 };
/** The quickest answer is looked for from nothing upwards, by so many milliseconds with each answer: ways become longer, too. */
const learnt = 0.1;
/** A refusal does not say whose limit it was: the tenant is left in peace for as long as its own counts, in milliseconds. */
const longestPause = 1_000;
/** Begun and not yet on their way: few, because what is cut off there is "unknown" for ever, and enough while the database is slow. */
const mostBegun = 10;

export type Departure = {
  /** Its answer came. */
  readonly answered: () => void;
  /** Teams refused it, for so many milliseconds. */
  readonly refused: (milliseconds: number) => void;
};

/**
 * 50 requests a second of one tenant. Teams counts a request at some instant between its leaving and its answer. It is counted here when
 * it left, and from its answer on so much later as it took longer than the quickest of its kind.
 */
export const tenantLimit = (time: Time) => {
  const { now, wait } = time;
  const { next, count, countLater, pause, pausedUntil } = counter(perTenant);
  const requests = pace(time, gap);
  const beginnings = pace(time, gap);
  const quickest = new Map<string, number>();
  let leaving: Promise<void> = Promise.resolve();
  let beginning: Promise<void> = Promise.resolve();
  let waiting = 0;
  let slowedAt = -Infinity;
  let allowed = uneven.most;

  const lateness = (kind: string, took: number): number => {
    const least = Math.min(took, (quickest.get(kind) ?? 0) + learnt);
    quickest.set(kind, least);
    return Math.min(took - least, allowed);
  };
  const slowDown = (): void => {
    // Those that were under way together are refused together.
    if (now() < slowedAt + longestPause) return;
    slowedAt = now();
    requests.slowDown();
    allowed = uneven.most;
  };
  const speedUp = (): void => {
    requests.speedUp();
    allowed = Math.max(uneven.least, allowed * uneven.lessWithEach);
  };
  const room = async (): Promise<void> => {
    while (waiting >= mostBegun) await wait(gap);
    await beginnings.turn(pausedUntil);
  };
  return {
    /** Resolves, one after the other, when something may be begun that needs a request. */
    ready: (): Promise<void> => (beginning = beginning.then(room)),
    /** Waits for a request's turn and counts it. `kind`: those that take about as long as each other. */
    take: async (kind: string): Promise<Departure> => {
      waiting += 1;
      leaving = leaving.then(() => requests.turn(() => next(now())));
      await leaving;
      waiting -= 1;
      const left = now();
      const counted = count(left);
      let isTaken = true;
      return {
        answered: () => {
          countLater(counted, left + lateness(kind, now() - left));
          if (isTaken) speedUp();
        },
        refused: (milliseconds) => {
          isTaken = false;
          pause(now() + Math.min(milliseconds, longestPause));
          slowDown();
        },
      };
    },
  };
};
