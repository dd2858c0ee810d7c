/** Gives back what was taken; a second time changes nothing. */
export type Leave = () => void;

/**
 * Turns, first come first served. `longestWait`: milliseconds. Undefined: the turn did not come in that time, or whoever waited is
 * gone. Whoever has the turn keeps it until they leave.
 */
export const oneAtATime = (longestWait: number) => {
  const waiting = new Set<() => void>();
  let taken = false;

  const turn = (): Leave => {
    taken = true;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      taken = false;
      const [next] = waiting;
      next?.();
    };
  };

  return (gone: AbortSignal): Promise<Leave | undefined> =>
    new Promise((resolve) => {
      if (gone.aborted || !taken) {
        resolve(gone.aborted ? undefined : turn());
        return;
      }
      const settle = (mine: boolean) => {
        clearTimeout(late);
        waiting.delete(come);
        gone.removeEventListener('abort', giveUp);
        resolve(mine ? turn() : undefined);
      };
      const come = () => {
        settle(true);
      };
      const giveUp = () => {
        settle(false);
      };
      const late = setTimeout(giveUp, longestWait);
      gone.addEventListener('abort', giveUp);
      waiting.add(come);
    });
};
