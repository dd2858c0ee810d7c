/** The one for which `of` is highest, of equals the first. Undefined: of nothing. */
export const firstHighest = <T>(things: readonly T[], of: (thing: T) => number): T | undefined => {
  let best: T | undefined;
  for (const thing of things) if (best === undefined || of(thing) > of(best)) best = thing;
  return best;
};
