import { useCallback, useMemo } from 'react';
import { type MeetingsPage, meetingsPage } from '../../bot/contracts/meetings-api.ts';
import type { Fetched } from '../api.ts';
import { usePage } from '../use-page.ts';
import { type AtMeetings, fetchMeetings } from './meetings-api.ts';

/** The meetings as the server has them, for every part of the page. */
export interface OnMeetings {
  readonly at: AtMeetings;
  readonly page: MeetingsPage;
  /** Sends a change, and shows what came of it, also where somebody else was faster. */
  readonly send: (request: (at: AtMeetings) => Promise<Fetched<MeetingsPage>>) => Promise<Fetched<MeetingsPage>>;
  /** Something was stored that the page has to be asked for again. */
  readonly stored: () => void;
}

/** @param changed something was stored */
export function useMeetings(at: AtMeetings, changed: () => void) {
  const { page, failure, busy, load, show } = usePage(
    useCallback(() => fetchMeetings(at), [at]),
    meetingsPage,
  );
  const on = useMemo((): OnMeetings | null => {
    if (page === null) return null;
    return {
      ...{ at, page },
      send: async (request) => {
        const fetched = await request(at);
        show(fetched);
        if ('value' in fetched) changed();
        return fetched;
      },
      stored: () => {
        changed();
        load();
      },
    };
  }, [page, at, show, load, changed]);
  return { on, failure, busy, load };
}
