import { useRef, useState } from 'react';
import type { Fetched } from './api.ts';
import type { Failure } from './failure.ts';

export interface Deed {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Resolves with whether it was stored. While one is at work another is not begun. */
  readonly run: (deed: () => Promise<Fetched<unknown>>) => Promise<boolean>;
}

/** One thing at a time, and what became of it. */
export function useDeed(): Deed {
  const [state, setState] = useState<Pick<Deed, 'busy' | 'failure'>>({ busy: false, failure: null });
  const working = useRef(false);
  const run: Deed['run'] = async (deed) => {
    if (working.current) return false;
    working.current = true;
    setState({ busy: true, failure: null });
    const fetched = await deed();
    working.current = false;
    setState({ busy: false, failure: 'failure' in fetched ? fetched.failure : null });
    return 'value' in fetched;
  };
  return { ...state, run };
}
