import { useCallback, useEffect, useRef, useState } from 'react';
import { roundAt } from '../place.ts';
import type { PastProps } from '../timeline-door.tsx';
import { RoundPage } from './round-page.tsx';
import { fetchTimeline } from './timeline-api.ts';
import { TimelinePage } from './timeline-page.tsx';
import './timeline.css';
import { useFetched } from './use-fetched.ts';
import { NotYet } from './not-yet.tsx';

/** All rounds over time, or the one the address names. When another round has closed, the rounds are asked for again. */
export function Past({ place, caller, channel, overview }: PastProps) {
  const rounds = overview.rounds.map(({ round }) => round).join();
  const load = useCallback(() => fetchTimeline(caller, channel), [caller, channel, rounds]);
  const round = roundAt(place);
  // The page of one round needs no others; coming back to all of them, they are still there.
  const [opened, setOpened] = useState(false);
  if (round === undefined && !opened) setOpened(true);
  const { fetched, busy, again } = useFetched(opened ? load : undefined);
  const seen = useRef<number>(undefined);
  useEffect(() => {
    seen.current = round;
  }, [round]);
  if (round !== undefined)
    return <RoundPage key={round} round={round} place={place} caller={caller} channel={channel} overview={overview} />;
  if (!fetched || 'failure' in fetched) return <NotYet failure={fetched?.failure} busy={busy} again={again} />;
  return <TimelinePage timeline={fetched.value} from={seen.current} />;
}
