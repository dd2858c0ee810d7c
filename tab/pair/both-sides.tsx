import type { MatrixResults } from '../../bot/contracts/results.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { usePairWords } from './pair-words.ts';
import { Side } from './side.tsx';
import type { ShownPair } from './shown-pair.ts';

/** Both directions beside each other, and what they say together. */
export function BothSides({ first, second, results, snapshot }: ShownPair) {
  const words = usePairWords();
  return (
    <section className="card" aria-labelledby="pair-sides">
      <h2 id="pair-sides">{words('pair.sides')}</h2>
      <Together {...{ first, second, results }} />
      <div className="two">
        <Side from={first} to={second} results={results} snapshot={snapshot} />
        <Side from={second} to={first} results={results} snapshot={snapshot} />
      </div>
    </section>
  );
}

function Together({
  first,
  second,
  results,
}: {
  readonly first: Organisation;
  readonly second: Organisation;
  readonly results: MatrixResults;
}) {
  const { say, number } = useReader();
  const words = usePairWords();
  const pair = results.pairs[`${first.id}-${second.id}`] ?? { status: 'hidden' };
  const title = <strong>{say(`pairs.status.${pair.status}`)}.</strong>;
  if (!('strength' in pair))
    return (
      <p>
        {title} {words('pair.noTogether')}
      </p>
    );
  const values = {
    strength: number(pair.strength),
    gap: number(Math.abs(pair.gap)),
    organisation: pair.gap > 0 ? first.name : second.name,
  };
  return (
    <p>
      {title} {words(`pair.means.${pair.status}`, values)} {words('pair.together', values)}
    </p>
  );
}
