/** So many requests at most within so many milliseconds. */
export type Window = { readonly most: number; readonly within: number };

/** A request that has left, and at which instant it is counted. */
export type Counted = { at: number };

/** Counts requests that have left. `next`: the instant from which on one more may. */
export const counter = (windows: readonly Window[]) => {
  const longest = Math.max(...windows.map(({ within }) => within));
  let left: Counted[] = [];
  let paused = -Infinity;
  return {
    next: (now: number): number => {
      left = left.filter(({ at }) => at > now - longest);
      const free = windows.map(({ most, within }) => (left.at(-most)?.at ?? -Infinity) + within);
      return Math.max(paused, ...free);
    },
    count: (now: number): Counted => {
      const counted = { at: now };
      left.push(counted);
      return counted;
    },
    /** Its answer shows that Teams may have counted it as late as this. */
    countLater: (counted: Counted, at: number): void => {
      counted.at = Math.max(counted.at, at);
      left.sort((one, other) => one.at - other.at);
    },
    pause: (until: number): void => {
      paused = Math.max(paused, until);
    },
    pausedUntil: (): number => paused,
  };
};
