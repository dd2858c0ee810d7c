import { useEffect } from 'react';
import type { Overview } from '../bot/contracts/tab-api.ts';
import type { Caller } from './send.ts';
import { Later } from './later.tsx';
import { timelinePlace } from './place.ts';
import { useReader } from './reader.ts';

export function TimelineLink() {
  const { say } = useReader();
  return (
    <a className="link" href={`#${timelinePlace}`}>
      {say('timeline.open')}
    </a>
  );
}

export interface PastProps {
  /** `timeline`, or a place on the page of a round. */
  readonly place: string;
  readonly caller: Caller;
  readonly channel: string;
  readonly overview: Overview;
}

const past = () => import('./timeline/past.tsx').then(({ Past }) => Past);

/** Earlier rounds. They stand in place of the first screen, whose headings have the same names. Leaving gives the focus back. */
export function TimelineDoor(props: PastProps) {
  useEffect(
    () => () => {
      document.querySelector<HTMLElement>(`a[href="#${timelinePlace}"]`)?.focus();
    },
    [],
  );
  return <Later part={past} props={props} />;
}
