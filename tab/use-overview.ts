import { useCallback, useEffect, useRef, useState } from 'react';
import type { Overview } from '../bot/contracts/tab-api.ts';
import type { Fetched, Good } from './api.ts';
import type { Failure } from './failure.ts';

export const askAgainAfterMs = 10_000;

export interface Known {
  /** The last good answer, kept while later ones fail. */
  readonly overview: Overview | null;
  readonly fetchedAt: Date | null;
  /** Why the newest request brought nothing; null after a good answer. */
  readonly failure: Failure | null;
  readonly busy: boolean;
}

const nothingYet: Known = { overview: null, fetchedAt: null, failure: null, busy: false };

/** A refusal is the server's decision about this reader, so what it showed before goes; lost contact is not. */
const keeps = (failure: Failure): boolean => failure.kind !== 'problem' || failure.status >= 500 || failure.status === 429;

/** Asks once, and while a round is open every ten seconds, but never while the page is hidden or an answer is awaited.
 * `load` is given the last good answer, which stays where nothing has changed. */
export function useOverview(load: (before?: Good<Overview>) => Promise<Fetched<Overview>>): Known & { readonly ask: () => void } {
  const [known, setKnown] = useState(nothingYet);
  const asking = useRef(false);
  const good = useRef<Good<Overview>>(undefined);
  const ask = useCallback(() => {
    if (asking.current) return;
    asking.current = true;
    setKnown((before) => ({ ...before, busy: true }));
    void load(good.current).then((fetched) => {
      asking.current = false;
      if ('value' in fetched) good.current = fetched;
      else if (!keeps(fetched.failure)) good.current = undefined;
      setKnown((before) => after(before, fetched));
    });
  }, [load]);
  useEffect(ask, [ask]);

  const live = known.overview?.open != null;
  useEffect(() => {
    if (!live) return;
    const askIfSeen = () => {
      if (!document.hidden) ask();
    };
    const timer = setInterval(askIfSeen, askAgainAfterMs);
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, [live, ask]);
  return { ...known, ask };
}

export function after(before: Known, fetched: Fetched<Overview>): Known {
  if ('value' in fetched) return { overview: fetched.value, fetchedAt: new Date(), failure: null, busy: false };
  const { failure } = fetched;
  return keeps(failure) ? { ...before, failure, busy: false } : { ...nothingYet, failure };
}
