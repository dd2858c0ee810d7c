import { useCallback, useEffect, useRef } from 'react';
import { roundAt } from '../place.ts';
import type { PastProps } from '../timeline-door.tsx';
import { RoundPage } from './round-page.tsx';
import { fetchTimeline } from './timeline-api.ts';
import { TimelinePage } from './timeline-page.tsx';
import './timeline.css';
import { useFetched } from './use-fetched.ts';
import { Waiting } from './waiting.tsx';

/** All rounds over time, or the one the address names. When another round has closed, the rounds are asked for again. */
export function Past({ place, caller, channel, overview }: PastProps) {
  const rounds = overview.rounds.map(({ round }) => round).join();
  const load = useCallback(() => fetchTimeline(caller, channel), [caller, channel, rounds]);
  const { fetched, busy, again } = useFetched(load);
  const round = roundAt(place);
  const seen = useRef<number>(undefined);
  useEffect(() => {
    seen.current = round;
  }, [round]);
  if (round !== undefined)
    return <RoundPage key={round} round={round} place={place} caller={caller} channel={channel} overview={overview} />;
  if (!fetched || 'failure' in fetched) return <Waiting failure={fetched?.failure} busy={busy} again={again} />;
  return <TimelinePage timeline={fetched.value} zone={overview.zone} from={seen.current} />;
}
