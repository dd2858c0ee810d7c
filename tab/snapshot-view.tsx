import { memo, useMemo } from 'react';
import { Afterwards } from './afterwards.tsx';
import type { Snapshot } from '../bot/contracts/tab-api.ts';
import { audienceOf } from './audience.ts';
import { ChangeCard } from './change-card.tsx';
import { changeSinceOf } from './change-since.ts';
import { ExpectationGaps } from './expectation-gaps.tsx';
import { FocusAreas } from './focus-areas.tsx';
import { Later } from './later.tsx';
import { Matrix } from './matrix.tsx';
import { Network } from './network.tsx';
import { Waiting } from './notice.tsx';
import { Pairs } from './pairs.tsx';
import { PictureCard } from './picture-card.tsx';
import { Pooled } from './pooled.tsx';
import { useReader } from './reader.ts';
import { nothingShown } from './relations.ts';
import { Response } from './response.tsx';

/** What was published when the round closed; nothing is computed here that is not in the snapshot. Drawn anew only for another snapshot. */
export const SnapshotView = memo(function SnapshotView({ snapshot }: { readonly snapshot: Snapshot }) {
  const { say, day } = useReader();
  const { round, opened, closed, audience, imported, results } = snapshot;
  const dates = { opened: day(opened), closed: day(closed), audience: audienceOf(audience, say) };
  return (
    <section className="results" aria-labelledby="results">
      <div className="aside">
        <h2 id="results">{say('results.title', { round })}</h2>
        {imported && <span className="tag">{say('results.imported')}</span>}
        <p className="quiet">{say(imported ? 'results.importedDates' : 'results.dates', dates)}</p>
      </div>
      <p className="note">
        {say('results.notValidated')} {say('results.k', { k: results.k })}
      </p>
      <Published snapshot={snapshot} />
    </section>
  );
});

/** More organisations than this, and the matrix needs the whole width of the page. */
const small = 4;

const wholeNetwork = () => import('./whole/whole-network.tsx').then(({ WholeNetwork }) => WholeNetwork);
const localTable = () => import('./whole/local-questions.tsx').then(({ LocalQuestions }) => LocalQuestions);

/** What to talk about, the network, what changed, who answered; then everything else, for those with more than five minutes. */
function Published({ snapshot }: { readonly snapshot: Snapshot }) {
  const { say } = useReader();
  const { results, organisations, localQuestions, focus, outcomes } = snapshot;
  const changed = useMemo(() => changeSinceOf(snapshot), [snapshot]);
  const isSmall = organisations.length <= small;
  const inside = {
    waiting: <Waiting />,
    missing: (
      <p className="card" role="alert">
        {say('method.unfetched')}
      </p>
    ),
  };
  const response = <Response results={results} organisations={organisations} />;
  const change = <ChangeCard changed={changed} k={results.k} organisations={organisations} />;
  if (nothingShown(results))
    return (
      <>
        <p className="card">{say('results.nothing', { k: results.k })}</p>
        {response}
      </>
    );
  if (results.mode === 'network')
    return (
      <>
        <Later part={wholeNetwork} props={{ results, localQuestions, outcomes }} {...inside} />
        {response}
      </>
    );
  const areas = focus && <FocusAreas focus={focus} organisations={organisations} pooled={results.mode === 'pooled'} />;
  if (results.mode === 'pooled')
    return (
      <>
        {areas}
        <div className="overview">
          <Pooled results={results} organisations={organisations} />
          {change}
          {response}
        </div>
      </>
    );
  return (
    <>
      {areas}
      <div className="overview" data-small={isSmall || undefined}>
        <PictureCard results={results} organisations={organisations} changed={changed} />
        <Matrix results={results} organisations={organisations} changed={changed} now={isSmall} />
        {change}
        {response}
      </div>
      <Afterwards>
        {/* For those with more than five minutes: after the matrix, which is drawn afterwards itself. */}
        <Afterwards>
          <Network results={results} />
          <Pairs results={results} organisations={organisations} />
          {Object.keys(results.expectationGaps).length > 0 && <ExpectationGaps results={results} organisations={organisations} />}
          {localQuestions.length > 0 && (
            <Later part={localTable} props={{ results, organisations, localQuestions }} {...inside} />
          )}
        </Afterwards>
      </Afterwards>
    </>
  );
}
