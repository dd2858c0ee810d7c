/** The same numbers for the same seed, evenly from 0 to 1 (mulberry32, Tommy Ettinger, public domain). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** In an order that only the numbers decide (Fisher and Yates). */
export const shuffled = <Thing>(things: readonly Thing[], next: () => number): readonly Thing[] => {
  const left = [...things];
  return things.flatMap(() => left.splice(Math.floor(next() * left.length), 1));
};
