import type { MatrixResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { Hidden } from '../cell.tsx';
import { useMethodWords } from '../method/method-words.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { Columns, Table } from '../table.tsx';

/** What each organisation said about each other one to the questions the partners wrote; shown like an item, k behind each number. */
export function LocalQuestions({
  results,
  organisations,
  localQuestions,
}: {
  readonly results: MatrixResults;
  readonly organisations: readonly Organisation[];
  readonly localQuestions: Snapshot['localQuestions'];
}) {
  const { say, number } = useReader();
  const method = useMethodWords();
  const pairs = organisations.flatMap((from) => organisations.filter(({ id }) => id !== from.id).map((to) => ({ from, to })));
  return (
    <section className="card" aria-labelledby="local">
      <h3 id="local">{method('whole.local')}</h3>
      <ol>
        {localQuestions.map(({ id, text }) => (
          <li key={id}>{text.replaceAll('{org}', () => method('whole.anyPartner'))}</li>
        ))}
      </ol>
      <Table caption={method('whole.local.pairs')} className="stack">
        <Columns
          names={[method('whole.who'), ...localQuestions.map((_, place) => method('whole.question', { number: place + 1 }))]}
        />
        <tbody>
          {pairs.map(({ from, to }) => {
            const cell = results.cells[`${from.id}>${to.id}`];
            const shown = cell && 'index' in cell ? cell : undefined;
            return (
              <tr key={`${from.id}>${to.id}`}>
                <th scope="row">{method('whole.about', { from: from.name, to: to.name })}</th>
                {localQuestions.map(({ id }) => {
                  const value = shown?.local?.[id];
                  return value === undefined ? (
                    <td key={id} className="hidden">
                      <Hidden reason={say('hidden.reason', { k: results.k })} />
                    </td>
                  ) : (
                    <td key={id}>
                      {number(value)}{' '}
                      {shown?.localOrLower?.includes(id) && <small className="inline">{say('cell.orLower')}</small>}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
