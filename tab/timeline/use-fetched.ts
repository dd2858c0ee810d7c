import { useCallback, useEffect, useState } from 'react';
import type { Fetched } from '../api.ts';

type Load<Value> = () => Promise<Fetched<Value>>;

/** Asks as soon as there is something to ask, and whenever `load` is another one; what was known stays until the next answer is here. */
export function useFetched<Value>(load: Load<Value> | undefined): {
  readonly fetched: Fetched<Value> | undefined;
  readonly busy: boolean;
  readonly again: () => void;
} {
  const [tries, setTries] = useState(0);
  const [known, setKnown] = useState<{ readonly by: Load<Value>; readonly tries: number; readonly fetched: Fetched<Value> }>();
  useEffect(() => {
    if (!load) return;
    let wanted = true;
    void load().then((fetched) => {
      if (wanted) setKnown({ by: load, tries, fetched });
    });
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  const again = useCallback(() => {
    setTries((before) => before + 1);
  }, []);
  return { fetched: known?.fetched, busy: known?.by !== load || known?.tries !== tries, again };
}
