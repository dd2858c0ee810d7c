import { useCallback, useMemo } from 'react';
import { type AgendaChange, type AgendaPage, agendaPage, type MeetingAction } from '../../bot/contracts/agenda-api.ts';
import type { Fetched, Good } from '../api.ts';
import { freshOf } from '../fresh-of.ts';
import { useAskAgain, useKept } from '../use-kept.ts';
import { type AtMeeting, fetchAgenda, sendAction, sendAgenda } from './agenda-api.ts';

/** Everybody's page is where the meeting is, a few seconds later at most. */
export const askAgainAfterMs = 4_000;

/** A meeting as it is shown, and what can be done about it. */
export interface Meeting {
  readonly at: AtMeeting;
  readonly page: AgendaPage;
  /** Of the version that is shown; shows what came of it, also where somebody else was faster. */
  readonly change: (change: AgendaChange['change']) => Promise<Fetched<AgendaPage>>;
  readonly agree: (wish: MeetingAction) => Promise<Fetched<AgendaPage>>;
}

/** What the first screen shows as well. */
const shownElsewhere: readonly AgendaChange['change']['is'][] = ['plan next', 'end'];

/** @param stored something was stored that is shown elsewhere */
export function useAgenda(at: AtMeeting, stored: () => void) {
  const load = useCallback((before?: Good<AgendaPage>) => fetchAgenda(at, before), [at]);
  const { value: page, show, ...kept } = useKept(load);
  useAskAgain(kept.ask, { wanted: true, everyMs: askAgainAfterMs });
  const meeting = useMemo((): Meeting | null => {
    if (page === null) return null;
    const shown = (fetched: Fetched<AgendaPage>): Fetched<AgendaPage> => {
      const now = 'value' in fetched ? fetched.value : freshOf(fetched, agendaPage);
      if (now !== undefined) show(now);
      return fetched;
    };
    return {
      at,
      page,
      change: async (change) => {
        const fetched = shown(await sendAgenda(at, { seen: page.version, change }));
        if ('value' in fetched && shownElsewhere.includes(change.is)) stored();
        return fetched;
      },
      agree: async (wish) => {
        const fetched = shown(await sendAction(at, wish));
        if ('value' in fetched) stored();
        return fetched;
      },
    };
  }, [at, page, show, stored]);
  return { meeting, ...kept };
}
