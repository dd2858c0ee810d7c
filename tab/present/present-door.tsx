import { useEffect } from 'react';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import { Later } from '../later.tsx';
import { presentPlace } from '../place.ts';

const presenter = () => import('./presenter.tsx').then(({ Presenter }) => Presenter);

/** Results as slides over the whole page. Leaving gives the focus back to the link that led here. */
export function PresentDoor({
  overview,
  channel,
}: {
  readonly overview: Overview & { readonly latest: NonNullable<Overview['latest']> };
  readonly channel: string;
}) {
  useEffect(
    () => () => {
      document.querySelector<HTMLElement>(`a[href="#${presentPlace}"]`)?.focus();
    },
    [],
  );
  return <Later part={presenter} props={{ purpose: overview.purpose, snapshot: overview.latest, channel }} />;
}
