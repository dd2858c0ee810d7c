import { useState } from 'react';
import { z } from 'zod';

/** A browser may keep nothing for a page in a frame; then what is typed lives as long as the page. */
const stored = (key: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};
const store = (key: string, draft: unknown): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // As above.
  }
};
const remove = (key: string): void => {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
};

export interface Draft<Value> {
  readonly value: Value;
  readonly edit: (value: Value) => void;
  /** Names what is typed: sent twice, it is stored once. */
  readonly request: string;
  /** It is stored: the field begins anew. */
  readonly done: () => void;
}

/** What is typed into one field of one meeting, kept in this browser until the server has it: a page that is left or loaded anew loses nothing. */
export function useDraft<Value>(key: string, shape: z.ZodType<Value>, initial: Value): Draft<Value> {
  const [draft, setDraft] = useState<{ readonly value: Value; readonly request: string }>(() => {
    const found = z.object({ value: shape, request: z.uuid() }).safeParse(stored(key));
    return found.success ? found.data : { value: initial, request: crypto.randomUUID() };
  });
  return {
    ...draft,
    edit: (value) => {
      store(key, { value, request: draft.request });
      setDraft({ value, request: draft.request });
    },
    done: () => {
      remove(key);
      setDraft({ value: initial, request: crypto.randomUUID() });
    },
  };
}

/** Of one channel's meeting; other meetings have other drafts. */
export const draftKey = ({ channel, meeting }: { readonly channel: string; readonly meeting: number }, field: string): string =>
  `meeting:${channel}:${meeting}:${field}`;
