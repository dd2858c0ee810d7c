import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { myCollaborations, type MyCollaborations } from '../../bot/contracts/my-collaborations.ts';
import { ask, type Caller } from '../api.ts';
import type { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

export interface Mine {
  /** The last good answer, kept while later ones fail. */
  readonly mine: MyCollaborations | null;
  readonly fetchedAt: Date | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
}

/** Asks once, and again whenever the page comes back into sight: the reader may have answered meanwhile. */
export function useMine({ language, token }: Host): Mine & { readonly again: () => void } {
  const caller = useMemo((): Caller => ({ language, token, fetch: (...request) => fetch(...request) }), [language, token]);
  const [known, setKnown] = useState<Mine>({ mine: null, fetchedAt: null, failure: null, busy: false });
  const asking = useRef(false);
  const again = useCallback(() => {
    if (asking.current) return;
    asking.current = true;
    setKnown((before) => ({ ...before, busy: true }));
    void ask(caller, '/api/me', (body) => myCollaborations.safeParse(body)).then((fetched) => {
      asking.current = false;
      setKnown((before) =>
        'value' in fetched
          ? { mine: fetched.value, fetchedAt: new Date(), failure: null, busy: false }
          : { ...before, failure: fetched.failure, busy: false },
      );
    });
  }, [caller]);
  useEffect(() => {
    again();
    const ifSeen = () => {
      if (!document.hidden) again();
    };
    document.addEventListener('visibilitychange', ifSeen);
    return () => {
      document.removeEventListener('visibilitychange', ifSeen);
    };
  }, [again]);
  return { ...known, again };
}
