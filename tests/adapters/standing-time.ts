/** Time that passes only where somebody waits for it: whoever wakes first is next. */
export const standingTime = () => {
  let now = 0;
  const sleeping: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        sleeping.push({ until: now + milliseconds, wake: resolve });
      }),
    /** Runs until it is done; bounded. */
    pass: async (done: Promise<unknown>): Promise<void> => {
      const state = { over: false };
      void done.finally(() => {
        state.over = true;
      });
      for (let steps = 0; steps < 200_000 && !state.over; steps += 1) {
        for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
        sleeping.sort((one, other) => one.until - other.until);
        const next = sleeping.shift();
        if (next === undefined) continue;
        now = Math.max(now, next.until);
        next.wake();
      }
    },
  };
};
export type StandingTime = ReturnType<typeof standingTime>;
