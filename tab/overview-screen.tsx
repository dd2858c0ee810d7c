import { OwnData } from './my-data.tsx';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Overview } from '../bot/contracts/tab-api.ts';
import { fetchMyData, fetchOverview, type Good } from './api.ts';
import { EarlierRounds } from './earlier-rounds.tsx';
import { takeFirstAnswer } from './first-answer.ts';
import type { Host } from './host.ts';
import { ImportDoor } from './import-door.tsx';
import { manageLink } from './manage-door.tsx';
import { Loading, Stale, Trouble } from './notice.tsx';
import { OpenRound } from './open-round.tsx';
import { Purpose } from './purpose.tsx';
import { readerIn, ReaderContext, useReader } from './reader.ts';
import { SnapshotView } from './snapshot-view.tsx';
import { PresentDoor } from './present/present-door.tsx';
import { PairDoor } from './pair/pair-door.tsx';
import { isInThePast, pairAt, presentPlace, usePlace } from './place.ts';
import { nothingShown } from './relations.ts';
import { TakeBar } from './take/take-bar.tsx';
import { TimelineDoor } from './timeline-door.tsx';
import { useCaller } from './use-caller.ts';
import { useAskAgain, useKept } from './use-kept.ts';

export const askAgainAfterMs = 10_000;

/** The first screen: purpose, the open round, the latest results. `changes`: grows when another page has stored something. */
export function OverviewScreen({
  host,
  channel,
  changes,
}: {
  readonly host: Host;
  readonly channel: string;
  readonly changes: number;
}) {
  const { language } = host;
  const caller = useCaller(host);
  const load = useCallback(
    (before?: Good<Overview>) => fetchOverview(caller, channel, before, takeFirstAnswer(channel)),
    [caller, channel],
  );
  const [importing, setImporting] = useState<'not yet' | 'now' | 'before'>('not yet');
  const { value: overview, fetchedAt, failure, busy, ask } = useKept(load);
  useAskAgain(ask, { wanted: overview?.open != null, everyMs: askAgainAfterMs });
  useEffect(() => {
    if (changes > 0) ask();
  }, [changes, ask]);
  const zone = overview?.zone;
  const linked = overview?.linked ?? false;
  const reader = useMemo(() => readerIn(language, zone ?? 'UTC', linked), [language, zone, linked]);
  const place = usePlace();
  const shown = overview !== null;
  useEffect(() => {
    if (shown) host.shown();
  }, [shown, host]);
  if (!overview) return failure ? <Trouble failure={failure} host={host} retry={ask} busy={busy} /> : <Loading />;
  if (importing === 'now') {
    const back = () => {
      setImporting('before');
    };
    return (
      <ReaderContext value={reader}>
        <ImportDoor caller={caller} channel={channel} overview={overview} back={back} imported={ask} />
      </ReaderContext>
    );
  }
  if (isInThePast(place))
    return (
      <ReaderContext value={reader}>
        <TimelineDoor place={place} caller={caller} channel={channel} overview={overview} />
      </ReaderContext>
    );
  const open = () => {
    setImporting('now');
  };
  const { latest } = overview;
  const presented = place === presentPlace && latest !== null && !nothingShown(latest.results) ? { ...overview, latest } : null;
  const pair = pairAt(place);
  const behind = presented !== null || pair !== undefined;
  return (
    <ReaderContext value={reader}>
      {pair && <PairDoor pair={pair} snapshot={latest} overview={overview} caller={caller} channel={channel} />}
      {presented && <PresentDoor overview={presented} channel={channel} />}
      <main className="page kept" hidden={behind} aria-hidden={behind || undefined}>
        {failure && fetchedAt && <Stale since={fetchedAt} retry={ask} busy={busy} />}
        <Purpose overview={overview} />
        {overview.open && <OpenRound open={overview.open} organisations={overview.organisations} />}
        <TakeBar caller={caller} channel={channel} overview={overview} />
        {latest ? <SnapshotView snapshot={latest} /> : <NoResults overview={overview} />}
        <OwnData load={() => fetchMyData(caller, channel)} />
        {overview.you?.integrationManager && (
          <EarlierRounds rounds={overview.rounds} open={open} cameBack={importing === 'before'} />
        )}
      </main>
    </ReaderContext>
  );
}

/** Why there is nothing yet, and for who can change that the way to it. */
function NoResults({ overview: { open, you } }: { readonly overview: Overview }) {
  const { say } = useReader();
  return (
    <section className="card" aria-labelledby="no-results">
      <h2 id="no-results">{say('empty.title')}</h2>
      <p>{say(open ? 'empty.open' : 'empty.first')}</p>
      {!open && you?.integrationManager && (
        <p>
          <a className="link" href={`${manageLink}-round`}>
            {say('empty.plan')}
          </a>
        </p>
      )}
    </section>
  );
}
