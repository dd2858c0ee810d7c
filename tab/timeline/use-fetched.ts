import { useCallback, useEffect, useState } from 'react';
import type { Fetched } from '../api.ts';

/** Asks when shown and whenever `load` is another one; what was known stays until the next answer is here. */
export function useFetched<Value>(load: () => Promise<Fetched<Value>>): {
  readonly fetched: Fetched<Value> | undefined;
  readonly busy: boolean;
  readonly again: () => void;
} {
  const [known, setKnown] = useState<{ readonly by: typeof load; readonly fetched: Fetched<Value> }>();
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState(-1);
  useEffect(() => {
    let wanted = true;
    void load().then((fetched) => {
      if (!wanted) return;
      setKnown({ by: load, fetched });
      setAnswered(tries);
    });
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  const again = useCallback(() => {
    setTries((before) => before + 1);
  }, []);
  return { fetched: known?.fetched, busy: known?.by !== load || answered !== tries, again };
}
