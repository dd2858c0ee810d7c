import { useCallback, useEffect, useRef } from 'react';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import type { Caller } from '../send.ts';
import { BackLink } from '../notice.tsx';
import { PairDoor } from '../pair/pair-door.tsx';
import { WithinContext } from '../pair-link.ts';
import { pairAt, roundPlace, timelinePlace } from '../place.ts';
import { ShareDoor } from '../share-door.tsx';
import { SnapshotView } from '../snapshot-view.tsx';
import { fetchRound } from './timeline-api.ts';
import { useTimelineWords } from './timeline-words.ts';
import { useFetched } from './use-fetched.ts';
import { NotYet } from './not-yet.tsx';

/** The results of one round, in the views of the first screen; links among them stay on this page. */
export function RoundPage({
  round,
  place,
  caller,
  channel,
  overview,
}: {
  readonly round: number;
  readonly place: string;
  readonly caller: Caller;
  readonly channel: string;
  readonly overview: Overview;
}) {
  const words = useTimelineWords();
  const load = useCallback(() => fetchRound(caller, channel, round), [caller, channel, round]);
  const { fetched, busy, again } = useFetched(load);
  const title = useRef<HTMLHeadingElement>(null);
  const snapshot = fetched && 'value' in fetched ? fetched.value : undefined;
  const shown = snapshot !== undefined;
  const within = `${roundPlace(round)}-`;
  const pair = pairAt(place.slice(within.length));
  const onPair = pair !== undefined;
  const wasOnPair = useRef(false);
  useEffect(() => {
    if (!shown) return;
    // Leaving a pair has given the focus back to its link.
    const back = wasOnPair.current;
    wasOnPair.current = onPair;
    if (onPair || back) return;
    const named = document.getElementById(place);
    (named ?? title.current)?.focus();
    if (!named) scrollTo(0, 0);
  }, [shown, place, onPair]);
  if (!snapshot)
    return <NotYet failure={fetched && 'failure' in fetched ? fetched.failure : undefined} busy={busy} again={again} />;
  const { rounds } = overview;
  const at = rounds.findIndex((one) => one.round === round);
  return (
    <WithinContext value={within}>
      {pair && <PairDoor {...{ pair, snapshot, overview, caller, channel }} />}
      <main className="page" hidden={onPair}>
        <header className="purpose">
          <p className="aside">
            <a className="link" href={`#${timelinePlace}`}>
              {words('timeline.back')}
            </a>
            <BackLink />
            <ShareDoor place={roundPlace(round)} label={words('timeline.round', { round })} />
          </p>
          <h1 ref={title} tabIndex={-1}>
            {words('timeline.round', { round })}
          </h1>
          {at >= 0 && at < rounds.length - 1 && <p>{words('timeline.past')}</p>}
          <Around before={rounds[at - 1]?.round} after={rounds[at + 1]?.round} />
        </header>
        <SnapshotView snapshot={snapshot} />
      </main>
    </WithinContext>
  );
}

/** The neighbours in the order of closing. */
function Around({ before, after }: { readonly before: number | undefined; readonly after: number | undefined }) {
  const words = useTimelineWords();
  if (before === undefined && after === undefined) return null;
  return (
    <nav className="aside" aria-label={words('timeline.around')}>
      {before !== undefined && (
        <a className="link" href={`#${roundPlace(before)}`}>
          {words('timeline.earlier', { round: before })}
        </a>
      )}
      {after !== undefined && (
        <a className="link" href={`#${roundPlace(after)}`}>
          {words('timeline.later', { round: after })}
        </a>
      )}
    </nav>
  );
}
