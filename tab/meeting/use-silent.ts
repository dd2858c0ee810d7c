import { useCallback } from 'react';
import { type SilentChange, type SilentPage, silentPage } from '../../bot/contracts/silent-api.ts';
import type { Fetched, Good } from '../api.ts';
import { freshOf } from '../fresh-of.ts';
import { useAskAgain, useKept } from '../use-kept.ts';
import type { AtMeeting } from './agenda-api.ts';
import { fetchSilent, sendSilent } from './silent-api.ts';
import { askAgainAfterMs } from './use-agenda.ts';

/** What can be done about a silent writing; shows what came of it, also where somebody else was faster. */
export type ChangeSilent = (change: SilentChange) => Promise<Fetched<SilentPage>>;

/** One focus area's silent writing, asked for again while people write: all texts appear for everybody at once. */
export function useSilent(at: AtMeeting, area: number) {
  const load = useCallback((before?: Good<SilentPage>) => fetchSilent(at, area, before), [at, area]);
  const { value: page, show, ask, failure, busy } = useKept(load);
  useAskAgain(ask, { wanted: page?.is !== 'shown', everyMs: askAgainAfterMs });
  const change = useCallback<ChangeSilent>(
    async (wish) => {
      const fetched = await sendSilent(at, area, wish);
      const now = 'value' in fetched ? fetched.value : freshOf(fetched, silentPage);
      if (now === undefined) ask();
      else show(now);
      return fetched;
    },
    [at, area, ask, show],
  );
  return { page, failure, busy, ask, change };
}
