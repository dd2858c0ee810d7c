import { useId } from 'react';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import type { MatrixResults } from '../../bot/contracts/results.ts';
import { Basis, Hidden } from '../cell.tsx';
import { changeSinceOf } from '../change-since.ts';
import { useReader } from '../reader.ts';
import { isVeryLow, type Organisation } from '../relations.ts';
import { usePairWords } from './pair-words.ts';

/** Fewer answers than this say nothing about agreement, whatever k is (method.md, P8). */
const fewestForAgreement = 5;

/** How one organisation sees the other: the value, and in words everything else that may be shown of it. */
export function Side({
  from,
  to,
  results,
  snapshot,
}: {
  readonly from: Organisation;
  readonly to: Organisation;
  readonly results: MatrixResults;
  readonly snapshot: Snapshot;
}) {
  const { say, number } = useReader();
  const id = useId();
  const words = usePairWords();
  const { k } = results;
  const key = `${from.id}>${to.id}`;
  const cell = results.cells[key];
  const hatched = isVeryLow(results, from.id);
  return (
    <section className="side" aria-labelledby={id}>
      <h3 id={id}>{words('pair.sees', { from: from.name, to: to.name })}</h3>
      {cell && 'band' in cell ? (
        <div className="cell" data-band={cell.band} data-hatched={hatched || undefined}>
          <strong>{number(cell.index)}</strong>
          <Basis cell={cell} />
        </div>
      ) : (
        <div className="cell hidden">
          <Hidden reason={say('hidden.reason', { k })} />
        </div>
      )}
      {hatched && <p className="note">{words('pair.veryLow', { organisation: from.name })}</p>}
      <Facts {...{ from, to, results, snapshot }} />
    </section>
  );
}

function Facts({ from, to, results: { k, cells }, snapshot }: Parameters<typeof Side>[0]) {
  const { say, number } = useReader();
  const words = usePairWords();
  const key = `${from.id}>${to.id}`;
  const cell = cells[key];
  const apart = cell?.notWorkingTogether ?? 0;
  const changed = changeSinceOf(snapshot);
  const moved = changed?.change.cells?.[key];
  const facts: (readonly [string, string, boolean?])[] = [];
  if (cell && 'band' in cell) {
    const { agreement, split } = cell;
    facts.push(
      agreement
        ? [words('pair.agreement'), words(`pair.agreement.${agreement}`)]
        : [words('pair.agreement'), words('pair.agreement.hidden', { n: Math.max(fewestForAgreement, k) }), true],
    );
    if (split) {
      const values = { leaders: number(split.leaders), employees: number(split.employees) };
      facts.push([words('pair.split'), `${words('pair.split.values', values)} ${words(`pair.split.${split.flag}`)}`]);
    } else if (snapshot.audience.length > 1) facts.push([words('pair.split'), words('pair.split.hidden', { k }), true]);
  }
  if (moved !== undefined && changed)
    facts.push([words('pair.change', { round: changed.since }), say(`change.cell.${moved}`, { round: changed.since })]);
  if (apart > 0) facts.push([words('pair.apart'), words('pair.apart.count', { count: apart, organisation: to.name })]);
  if (facts.length === 0) return null;
  return (
    <dl className="told">
      {facts.map(([term, what, hidden]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className={hidden ? 'hidden' : undefined}>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
