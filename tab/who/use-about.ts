import { useCallback, useEffect, useState } from 'react';
import { type AboutPage, aboutPage } from '../../bot/contracts/about-api.ts';
import type { Fetched } from '../api.ts';
import type { Caller } from '../send.ts';
import type { Failure } from '../failure.ts';
import { fetchAbout, sendAbout } from './about-api.ts';

export type AboutOf = AboutPage['organisations'][number];
export type AboutTexts = Pick<AboutOf, 'does' | 'doesNot' | 'reach'>;
/** Sends texts in place of the ones that are shown, and shows what came of it, also where somebody else was faster. */
export type SendAbout = (organisation: AboutOf, texts: AboutTexts) => Promise<Fetched<AboutPage>>;

/** What the organisations say about themselves, as the server has it. */
export function useAbout(caller: Caller, channel: string) {
  const [page, setPage] = useState<AboutPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(() => {
    setBusy(true);
    void fetchAbout(caller, channel).then((fetched) => {
      setBusy(false);
      setFailure('failure' in fetched ? fetched.failure : null);
      if ('value' in fetched) setPage(fetched.value);
    });
  }, [caller, channel]);
  useEffect(load, [load]);

  const send: SendAbout = async ({ id, version }, { does, doesNot, reach }) => {
    const fetched = await sendAbout(caller, channel, id, { version, does, doesNot, reach });
    if ('value' in fetched) setPage(fetched.value);
    else if (fetched.failure.kind === 'problem') {
      const fresh = aboutPage.safeParse(fetched.failure.fresh);
      if (fresh.success) setPage(fresh.data);
    }
    return fetched;
  };
  return { page, failure, busy, load, send };
}
