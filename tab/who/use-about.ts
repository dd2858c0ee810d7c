import { useCallback } from 'react';
import { type AboutPage, aboutPage } from '../../bot/contracts/about-api.ts';
import type { Fetched } from '../api.ts';
import type { Caller } from '../send.ts';
import { usePage } from '../use-page.ts';
import { fetchAbout, sendAbout } from './about-api.ts';

export type AboutOf = AboutPage['organisations'][number];
export type AboutTexts = Pick<AboutOf, 'does' | 'doesNot' | 'reach'>;
/** Sends texts in place of the ones that are shown, and shows what came of it, also where somebody else was faster. */
export type SendAbout = (organisation: AboutOf, texts: AboutTexts) => Promise<Fetched<AboutPage>>;

/** What the organisations say about themselves, as the server has it. */
export function useAbout(caller: Caller, channel: string) {
  const { show, ...shown } = usePage(
    useCallback(() => fetchAbout(caller, channel), [caller, channel]),
    aboutPage,
  );
  const send: SendAbout = async ({ id, version }, { does, doesNot, reach }) => {
    const fetched = await sendAbout(caller, channel, id, { version, does, doesNot, reach });
    show(fetched);
    return fetched;
  };
  return { ...shown, send };
}
