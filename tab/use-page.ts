import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Fetched } from './api.ts';
import type { Failure } from './failure.ts';
import { freshOf } from './fresh-of.ts';

/**
 * What people change on a page, as the server has it: fetched at once, and again at wish. `show` is for the answer to a change: what came
 * of it is shown, also where somebody else was faster.
 */
export function usePage<Page>(fetchPage: () => Promise<Fetched<Page>>, shape: z.ZodType<Page>) {
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(() => {
    setBusy(true);
    void fetchPage().then((fetched) => {
      setBusy(false);
      setFailure('failure' in fetched ? fetched.failure : null);
      if ('value' in fetched) setPage(fetched.value);
    });
  }, [fetchPage]);
  useEffect(load, [load]);

  const show = useCallback(
    (fetched: Fetched<Page>) => {
      const now = 'value' in fetched ? fetched.value : freshOf(fetched, shape);
      if (now !== undefined) setPage(now);
    },
    [shape],
  );
  return { page, failure, busy, load, show };
}
