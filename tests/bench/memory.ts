import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Megabytes of this process above where it stood before, at most while `work` ran; looked at every few milliseconds and at the end. */
export type Growth = { readonly rss: number; readonly heap: number };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export const growthDuring = async (work: () => Promise<void>): Promise<Growth> => {
  collect();
  const before = process.memoryUsage();
  let rss = 0;
  let heap = 0;
  const look = (): void => {
    const now = process.memoryUsage();
    rss = Math.max(rss, now.rss - before.rss);
    heap = Math.max(heap, now.heapUsed - before.heapUsed);
  };
  const timer = setInterval(look, 5);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  const megabytes = (bytes: number): number => Number((bytes / 2 ** 20).toFixed(1));
  return { rss: megabytes(rss), heap: megabytes(heap) };
};
