import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fetched, Good } from './api.ts';
import type { Failure } from './failure.ts';

export interface Kept<Value> {
  /** The last good answer, kept while later ones fail. */
  readonly value: Value | null;
  readonly fetchedAt: Date | null;
  /** By how much the server's clock is ahead of this computer's, in milliseconds. */
  readonly ahead: number;
  /** Why the newest request brought nothing; null after a good answer. */
  readonly failure: Failure | null;
  readonly busy: boolean;
}

const nothingYet = { value: null, fetchedAt: null, ahead: 0, failure: null, busy: false };

/** A refusal is the server's decision about this reader, so what it showed before goes; lost contact is not. */
const keeps = (failure: Failure): boolean => failure.kind !== 'problem' || failure.status >= 500 || failure.status === 429;

/**
 * Asks once and whenever told to, one request at a time. `load` is given the last good answer, which stays where nothing changed. `show` is for
 * the answer to a change: what was asked before it and comes after it is old, and is not shown.
 */
export function useKept<Value>(
  load: (before?: Good<Value>) => Promise<Fetched<Value>>,
): Kept<Value> & { readonly ask: () => void; readonly show: (value: Value) => void } {
  const [kept, setKept] = useState<Kept<Value>>(nothingYet);
  const asking = useRef(false);
  const good = useRef<Good<Value>>(undefined);
  const shown = useRef(0);
  const ask = useCallback(() => {
    if (asking.current) return;
    asking.current = true;
    const before = shown.current;
    setKept((kept) => ({ ...kept, busy: true }));
    void load(good.current).then((fetched) => {
      asking.current = false;
      if (before !== shown.current) {
        setKept((kept) => ({ ...kept, busy: false }));
        return;
      }
      if ('value' in fetched) good.current = fetched;
      else if (!keeps(fetched.failure)) good.current = undefined;
      setKept((before) => after(before, fetched));
    });
  }, [load]);
  useEffect(ask, [ask]);
  const show = useCallback((value: Value) => {
    shown.current += 1;
    good.current = { value };
    setKept(after(nothingYet, { value }));
  }, []);
  return { ...kept, ask, show };
}

export function after<Value>(before: Kept<Value>, fetched: Fetched<Value>): Kept<Value> {
  if ('value' in fetched) {
    const { value, ahead = before.ahead } = fetched;
    return { value, fetchedAt: new Date(), ahead, failure: null, busy: false };
  }
  const { failure } = fetched;
  return keeps(failure) ? { ...before, failure, busy: false } : { ...nothingYet, failure };
}

/** Asks whenever the page comes back into sight, and `everyMs` while it is; never while it is hidden. */
export function useAskAgain(ask: () => void, { wanted, everyMs }: { readonly wanted: boolean; readonly everyMs?: number }): void {
  useEffect(() => {
    if (!wanted) return;
    const askIfSeen = () => {
      if (!document.hidden) ask();
    };
    const timer = everyMs === undefined ? undefined : setInterval(askIfSeen, everyMs);
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, [ask, wanted, everyMs]);
}
