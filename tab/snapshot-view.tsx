import type { Snapshot } from '../bot/contracts/tab-api.ts';
import { audienceOf } from './audience.ts';
import { ExpectationGaps } from './expectation-gaps.tsx';
import { Later } from './later.tsx';
import { Matrix } from './matrix.tsx';
import { Network } from './network.tsx';
import { Pairs } from './pairs.tsx';
import { Pooled } from './pooled.tsx';
import { useReader } from './reader.ts';
import { nothingShown } from './relations.ts';
import { Response } from './response.tsx';

/** What was published when the round closed; nothing is computed here that is not in the snapshot. */
export function SnapshotView({ snapshot }: { readonly snapshot: Snapshot }) {
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
}

/** More organisations than this, and the matrix needs the whole width of the page. */
const small = 4;

const wholeNetwork = () => import('./whole/whole-network.tsx').then(({ WholeNetwork }) => WholeNetwork);
const localTable = () => import('./whole/local-questions.tsx').then(({ LocalQuestions }) => LocalQuestions);

function Published({ snapshot }: { readonly snapshot: Snapshot }) {
  const { say } = useReader();
  const { results, organisations, localQuestions } = snapshot;
  const response = <Response results={results} organisations={organisations} />;
  if (nothingShown(results))
    return (
      <>
        {response}
        <p className="card">{say('results.nothing', { k: results.k })}</p>
      </>
    );
  if (results.mode === 'network')
    return (
      <>
        {response}
        <Later part={wholeNetwork} props={{ results, localQuestions }} />
      </>
    );
  const shown = { 'data-small': organisations.length <= small || undefined, className: 'overview' };
  if (results.mode === 'pooled')
    return (
      <div {...shown}>
        <Pooled results={results} organisations={organisations} />
        {response}
      </div>
    );
  return (
    <>
      <div {...shown}>
        <Matrix results={results} organisations={organisations} />
        {response}
        <Network results={results} />
      </div>
      <Pairs results={results} organisations={organisations} />
      {Object.keys(results.expectationGaps).length > 0 && <ExpectationGaps results={results} organisations={organisations} />}
      {localQuestions.length > 0 && <Later part={localTable} props={{ results, organisations, localQuestions }} />}
    </>
  );
}
