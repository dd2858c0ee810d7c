import { useCallback, useEffect, useState } from 'react';
import { type ActionChange, type ActionPage, actionPage } from '../../bot/contracts/actions-api.ts';
import type { Fetched } from '../api.ts';
import type { Failure } from '../failure.ts';
import { type AtActions, fetchAction, sendChange } from './actions-api.ts';

/** Says something about the action as it is shown, and shows what came of it, also where somebody else was faster. */
export type Change = (change: ActionChange['change']) => Promise<Fetched<ActionPage>>;

/** One action as the server has it. @param stored something was stored */
export function useAction(at: AtActions, action: number, stored: () => void) {
  const [page, setPage] = useState<ActionPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(() => {
    setBusy(true);
    void fetchAction(at, action).then((fetched) => {
      setBusy(false);
      setFailure('failure' in fetched ? fetched.failure : null);
      if ('value' in fetched) setPage(fetched.value);
    });
  }, [at, action]);
  useEffect(load, [load]);

  const say: Change = async (change) => {
    const fetched = await sendChange(at, action, { seen: page?.seen ?? 0, change });
    if ('value' in fetched) {
      setPage(fetched.value);
      stored();
    } else if (fetched.failure.kind === 'problem') {
      const fresh = actionPage.safeParse(fetched.failure.fresh);
      if (fresh.success) setPage(fresh.data);
    }
    return fetched;
  };
  return { page, failure, busy, load, say };
}
