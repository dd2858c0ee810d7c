import type { PooledResults } from '../bot/contracts/results.ts';
import { Legend } from './band-mark.tsx';
import { Basis, Hidden } from './cell.tsx';
import { useReader } from './reader.ts';
import type { Organisation } from './relations.ts';
import { Columns, Table } from './table.tsx';

/** A round too small for a matrix: only how the network as a whole sees each organisation (method.md, P4). */
export function Pooled({
  results,
  organisations,
}: {
  readonly results: PooledResults;
  readonly organisations: readonly Organisation[];
}) {
  const { say } = useReader();
  return (
    <section className="card" aria-labelledby="pooled">
      <h3 id="pooled">{say('pooled.title')}</h3>
      <Legend />
      <Table caption={say('pooled.caption')} className="pooled">
        <Columns names={[say('column.organisation'), say('pooled.index')]} />
        <tbody>
          {organisations.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <Seen seen={results.seen[id]} k={results.k} />
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Seen({ seen, k }: { readonly seen: PooledResults['seen'][string] | undefined; readonly k: number }) {
  const { say, number } = useReader();
  if (!seen || 'hidden' in seen)
    return (
      <td className="cell hidden">
        <Hidden reason={say('hidden.reason', { k })} />
      </td>
    );
  return (
    <td className="cell" data-band={seen.band}>
      <strong>{number(seen.index)}</strong>
      <Basis cell={seen} />
    </td>
  );
}
