import { useCallback } from 'react';
import { type ActionChange, type ActionPage, actionPage } from '../../bot/contracts/actions-api.ts';
import type { Fetched } from '../api.ts';
import { usePage } from '../use-page.ts';
import { type AtActions, fetchAction, sendChange } from './actions-api.ts';

/** Says something about the action as it is shown, and shows what came of it, also where somebody else was faster. */
export type Change = (change: ActionChange['change']) => Promise<Fetched<ActionPage>>;

/** One action as the server has it. @param stored something was stored */
export function useAction(at: AtActions, action: number, stored: () => void) {
  const { show, ...shown } = usePage(
    useCallback(() => fetchAction(at, action), [at, action]),
    actionPage,
  );
  const say: Change = async (change) => {
    const fetched = await sendChange(at, action, { seen: shown.page?.seen ?? 0, change });
    show(fetched);
    if ('value' in fetched) stored();
    return fetched;
  };
  return { ...shown, say };
}
