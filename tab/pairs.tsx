import type { MatrixResults } from '../bot/contracts/results.ts';
import { usePairLink } from './pair-link.ts';
import { useReader } from './reader.ts';
import { type Between, type Organisation, type Pair, pairsOf } from './relations.ts';
import { Columns, Table } from './table.tsx';

export function Pairs({
  results,
  organisations,
}: {
  readonly results: MatrixResults;
  readonly organisations: readonly Organisation[];
}) {
  const { say } = useReader();
  const link = usePairLink(organisations);
  return (
    <section className="card" aria-labelledby="pairs">
      <h3 id="pairs">{say('pairs.title')}</h3>
      <Table caption={say('pairs.caption')} className="stack">
        <Columns names={[say('pairs.pair'), say('pairs.strength'), say('pairs.gap'), say('column.words')]} />
        <tbody>
          {pairsOf(organisations, results.pairs).map((pair) => (
            <tr key={`${pair.first.id}-${pair.second.id}`}>
              <th scope="row">
                <a className="link" href={link(pair.first.id, pair.second.id)}>
                  {say('pairs.name', { first: pair.first.name, second: pair.second.name })}
                </a>
              </th>
              <Values pair={pair} k={results.k} />
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Values({ pair: { first, second, value }, k }: { readonly pair: Between<Pair>; readonly k: number }) {
  const { say, number } = useReader();
  if (!value || !('strength' in value)) {
    const status = value?.status ?? 'hidden';
    return (
      <>
        <td className="hidden">{say('hidden')}</td>
        <td className="hidden">{say('hidden')}</td>
        <td className="hidden">
          {say(`pairs.status.${status}`)} <small>{say('hidden.reason', { k })}</small>
        </td>
      </>
    );
  }
  const { strength, gap, status } = value;
  return (
    <>
      <td>{number(strength)}</td>
      <td>{number(Math.abs(gap))}</td>
      <td data-status={status}>
        <strong>{say(`pairs.status.${status}`)}</strong>
        {status === 'asymmetric' && <small>{say('pairs.brighter', { organisation: gap > 0 ? first.name : second.name })}</small>}
      </td>
    </>
  );
}
