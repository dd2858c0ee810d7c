import { useEffect, useState } from 'react';
import type { Overview, Snapshot } from '../../bot/contracts/tab-api.ts';
import type { Caller } from '../send.ts';
import { Later } from '../later.tsx';
import { usePairLink } from '../pair-link.ts';

const pairPage = () => import('./pair-page.tsx').then(({ PairPage }) => PairPage);

/** A pair in the results shown here. Leaving gives the focus back to the link that led here, of which there may be several. */
export function PairDoor({
  pair: [one, other],
  snapshot,
  overview,
  caller,
  channel,
}: {
  readonly pair: readonly [string, string];
  /** Null: no results yet. */
  readonly snapshot: Snapshot | null;
  readonly overview: Overview;
  readonly caller: Caller;
  readonly channel: string;
}) {
  // Asked for before the first screen is hidden, which takes the focus from it.
  const [opener] = useState(() => document.activeElement);
  const link = usePairLink(snapshot?.organisations ?? [])(one, other);
  useEffect(
    () => () => {
      const links = [...document.querySelectorAll<HTMLElement | SVGElement>('a[href*="pair-"]')];
      (links.find((one) => one === opener) ?? links.find((one) => one.getAttribute('href') === link))?.focus();
    },
    [opener, link],
  );
  return <Later part={pairPage} props={{ one, other, snapshot, overview, caller, channel }} />;
}
