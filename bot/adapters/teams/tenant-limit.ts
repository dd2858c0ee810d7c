import { pace } from './pace.ts';
import type { Time } from './pace.ts';
import { counter } from './window.ts';
import type { Window } from './window.ts';

const perTenant: readonly Window[] = [{ most: 50, within: 1_000 }];
/** 50 a second would be 20 ms; a hair longer, so that the windows seldom have to hold anything up. */
const gap = 20.2;
/** Requests do not get there as evenly as they leave: this is the most that is allowed for, in milliseconds. */
const mostUneven = 50;
/** The quickest answer is forgotten slowly, by so many milliseconds with each answer: ways become longer. */
const forgotten = 0.02;
/** A refusal does not say whose limit it was: the tenant is left in peace for as long as its own counts, in milliseconds. */
const longestPause = 1_000;
/** Begun and not yet on their way: what is cut off there is "unknown" for ever. */
const mostBegun = 4;

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
  const { next, count, countLater, pause } = counter(perTenant);
  const requests = pace(time, gap);
  const beginnings = pace(time, gap);
  const quickest = new Map<string, number>();
  let leaving: Promise<void> = Promise.resolve();
  let beginning: Promise<void> = Promise.resolve();
  let waiting = 0;
  let slowedAt = -Infinity;

  const lateness = (kind: string, took: number): number => {
    const least = Math.min(took, (quickest.get(kind) ?? Infinity) + forgotten);
    quickest.set(kind, least);
    return Math.min(took - least, mostUneven);
  };
  const slowDown = (): void => {
    // Those that were under way together are refused together.
    if (now() < slowedAt + longestPause) return;
    slowedAt = now();
    requests.slowDown();
  };
  const room = async (): Promise<void> => {
    while (waiting >= mostBegun) await wait(gap);
    await beginnings.turn(() => next(now()));
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
          if (isTaken) requests.speedUp();
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
