import { useCallback } from 'react';
import { myCollaborations, type MyCollaborations } from '../../bot/contracts/my-collaborations.ts';
import { ask } from '../api.ts';
import type { Host } from '../host.ts';
import { useCaller } from '../use-caller.ts';
import { type Kept, useAskAgain, useKept } from '../use-kept.ts';

/** Asks once, and again whenever the page comes back into sight: the reader may have answered meanwhile. */
export function useMine(host: Host): Kept<MyCollaborations> & { readonly ask: () => void } {
  const caller = useCaller(host);
  const load = useCallback(() => ask(caller, '/api/me', (body) => myCollaborations.safeParse(body)), [caller]);
  const mine = useKept(load);
  useAskAgain(mine.ask, { wanted: true });
  return mine;
}
