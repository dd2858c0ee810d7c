/** Time is an argument: whoever tests a pace does not wait for it. Milliseconds of a clock that nobody sets. */
export type Time = { readonly now: () => number; readonly wait: (milliseconds: number) => Promise<void> };

/** As many at once where the machine was late. */
const mostSaved = 10;
/** Each refusal, and each request that was taken, changes the gap by so much of what it is without refusals. */
const slowerBy = 1.1;
const quickerBy = 0.000_5;
const slowest = 8;

/** One after the other, `gap` milliseconds apart: spread evenly, whatever others count by. Refusals make the gap longer, for a while. */
export const pace = ({ now, wait }: Time, gap: number) => {
  let slower = 1;
  let saved = 1;
  let refilled = now();
  const refill = (): void => {
    saved = Math.min(mostSaved, saved + (now() - refilled) / (gap * slower));
    refilled = now();
  };
  return {
    /** Resolves at the next turn, not before `until` allows it, and takes it. One asks at a time. */
    turn: async (until: () => number): Promise<void> => {
      for (;;) {
        refill();
        const pausing = Math.max(until() - now(), (1 - saved) * gap * slower);
        if (pausing <= 0) break;
        await wait(Math.ceil(pausing));
      }
      saved -= 1;
    },
    slowDown: (): void => {
      refill();
      slower = Math.min(slowest, slower * slowerBy);
    },
    speedUp: (): void => {
      refill();
      slower = Math.max(1, slower - quickerBy);
    },
  };
};
