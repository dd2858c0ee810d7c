import type { ChangeSince } from './change-since.ts';
import { usePairLink } from './pair-link.ts';
import { useReader } from './reader.ts';
import type { Organisation } from './relations.ts';

/** Change since the round before, in words first (method.md, scoring 9); no number for a single relation. */
export function ChangeCard({
  changed,
  k,
  organisations,
}: {
  readonly changed: ChangeSince;
  readonly k: number;
  readonly organisations: readonly Organisation[];
}) {
  const { say, signed } = useReader();
  if (!changed)
    return (
      <section className="card" aria-labelledby="change">
        <h3 id="change">{say('change.title.none')}</h3>
        <p>{say('change.none')}</p>
      </section>
    );
  const { change, since } = changed;
  const { label, nPaired, mean, interval } = change;
  const told = mean !== undefined && interval !== undefined;
  return (
    <section className="card" aria-labelledby="change">
      <h3 id="change">{say('change.title', { round: since })}</h3>
      <p className="total">{say(`change.label.${label}`)}</p>
      <p>
        {nPaired !== undefined && (nPaired < k ? say('change.fewPeople', { k }) : say('change.people', { count: nPaired }))}{' '}
        {told && say('change.mean', { mean: signed(mean), low: signed(interval[0]), high: signed(interval[1]) })}
        {label === 'too few to tell' && say('change.tooFew')}
      </p>
      {change.cells && <Moved cells={change.cells} organisations={organisations} />}
    </section>
  );
}

/** The relations that are clearly higher or lower, in the order of the matrix. */
function Moved({
  cells,
  organisations,
}: {
  readonly cells: Readonly<Record<string, 'higher' | 'lower' | 'no clear change'>>;
  readonly organisations: readonly Organisation[];
}) {
  const { say } = useReader();
  const link = usePairLink(organisations);
  const moved = organisations.flatMap((from) =>
    organisations.flatMap((to) => {
      const word = cells[`${from.id}>${to.id}`];
      return word === undefined || word === 'no clear change' ? [] : [{ from, to, word }];
    }),
  );
  if (moved.length === 0) return <p className="quiet">{say('change.cells.none')}</p>;
  return (
    <>
      <p className="quiet">{say('change.cells')}</p>
      <ul className="moved">
        {moved.map(({ from, to, word }) => (
          <li key={`${from.id}>${to.id}`}>
            <a className="link" href={link(from.id, to.id)}>
              {say(`change.moved.${word}`, { from: from.name, to: to.name })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
