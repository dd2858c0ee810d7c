import { useRef, useState } from 'react';
import type { Fetched } from '../api.ts';
import type { Failure } from '../failure.ts';

export interface Form<Value> {
  /** What stands in the form: as it is stored, until somebody types. */
  readonly value: Value;
  readonly edit: (value: Value) => void;
  /** What is stored has changed since somebody began to type. */
  readonly behind: boolean;
  /** Back to what is stored. */
  readonly forget: () => void;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly failure: Failure | null;
  readonly save: () => void;
}

interface Draft<Value> {
  readonly from: string;
  readonly value: Value;
}

/** A form over something stored. What was typed is kept until it is stored, or thrown away on purpose. */
export function useForm<Value>(
  stored: Value,
  send: (value: Value) => Promise<Fetched<unknown>>,
  afterwards?: () => void,
): Form<Value> {
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  const [state, setState] = useState<{ busy: boolean; saved: boolean; failure: Failure | null }>(still);
  const sending = useRef(false);
  const from = JSON.stringify(stored);
  const value = draft?.value ?? stored;

  const save = async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setState({ ...still, busy: true });
    const fetched = await send(value);
    sending.current = false;
    if ('failure' in fetched) setState({ ...still, failure: fetched.failure });
    else {
      setDraft(null);
      setState({ ...still, saved: true });
      afterwards?.();
    }
  };
  return {
    value,
    edit: (next) => {
      setDraft((before) => ({ from: before?.from ?? from, value: next }));
      setState((before) => ({ ...before, saved: false }));
    },
    behind: draft !== null && draft.from !== from,
    forget: () => {
      setDraft(null);
      setState(still);
    },
    ...state,
    save: () => void save(),
  };
}

const still = { busy: false, saved: false, failure: null };
