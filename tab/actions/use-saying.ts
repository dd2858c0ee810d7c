import { useRef, useState } from 'react';
import type { Failure } from '../failure.ts';
import type { Change } from './use-action.ts';

const still: { readonly busy: boolean; readonly saved: boolean; readonly failure: Failure | null } = {
  busy: false,
  saved: false,
  failure: null,
};

/** One thing said at a time. `send` resolves with whether it was stored. */
export function useSaying(say: Change) {
  const [state, setState] = useState(still);
  const sending = useRef(false);
  const send = async (change: Parameters<Change>[0]): Promise<boolean> => {
    if (sending.current) return false;
    sending.current = true;
    setState({ ...still, busy: true });
    const fetched = await say(change);
    sending.current = false;
    const stored = 'value' in fetched;
    setState(stored ? { ...still, saved: true } : { ...still, failure: fetched.failure });
    return stored;
  };
  return { ...state, send };
}
