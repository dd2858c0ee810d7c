import type { CheckBackResults, HealthCheckResults, PracticesResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { Hidden } from '../cell.tsx';
import { useMethodWords } from '../method/method-words.ts';
import { dimensions, practices } from '../method/questions.ts';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { Bar } from './bar.tsx';
import { CheckBack } from './check-back.tsx';
import { ItemTable } from './item-table.tsx';
import './whole.css';

type Props = {
  readonly results: HealthCheckResults | PracticesResults | CheckBackResults;
  readonly localQuestions: Snapshot['localQuestions'];
  readonly outcomes?: Snapshot['outcomes'];
};

/** A round about the collaboration as a whole: one result for all organisations together (method.md, scoring 7). */
export function WholeNetwork({ results, localQuestions, outcomes = [] }: Props) {
  if (results.instrument === 'check-back')
    return (
      <>
        <CheckBack results={results} outcomes={outcomes} />
        <LocalTable results={results} localQuestions={localQuestions} />
      </>
    );
  return results.instrument === 'health check' ? (
    <HealthCheck results={results} localQuestions={localQuestions} />
  ) : (
    <Practices results={results} localQuestions={localQuestions} />
  );
}

function HealthCheck({ results, localQuestions }: Props & { readonly results: HealthCheckResults }) {
  const { say } = useReader();
  const method = useMethodWords();
  return (
    <>
      <section className="card" aria-labelledby="dimensions">
        <h3 id="dimensions">{method('whole.health')}</h3>
        <Table caption={method('whole.health.caption')} className="whole stack">
          <Columns names={[method('whole.dimension'), method('whole.mean'), say('column.words')]} />
          <tbody>
            {dimensions.map((dimension) => {
              const found = results.dimensions[dimension];
              return (
                <tr key={dimension}>
                  <th scope="row">{method(`method.dimension.${dimension}`)}</th>
                  {'hidden' in found ? (
                    <td className="hidden" colSpan={2}>
                      <Hidden reason={say('hidden.reason', { k: results.k })} />
                    </td>
                  ) : (
                    <>
                      <td>
                        <Bar value={found.value} top={3} decimals={2} />
                      </td>
                      <td>{method(`whole.word.${found.word}`)}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </Table>
      </section>
      <ItemTable items={results.items} top={3} k={results.k} caption={method('whole.statements')} />
      <LocalTable results={results} localQuestions={localQuestions} />
    </>
  );
}

function Practices({ results, localQuestions }: Props & { readonly results: PracticesResults }) {
  const method = useMethodWords();
  const items = Object.fromEntries(practices.map((item) => [item, results.items[item]]));
  return (
    <>
      <ItemTable
        items={items}
        top={5}
        k={results.k}
        caption={method('whole.practices.caption')}
        title={method('whole.practices')}
      />
      <LocalTable results={results} localQuestions={localQuestions} />
    </>
  );
}

function LocalTable({ results, localQuestions }: Props) {
  const method = useMethodWords();
  if (localQuestions.length === 0) return null;
  const texts = Object.fromEntries(
    localQuestions.map(({ id, text }) => [id, text.replaceAll('{org}', () => method('whole.anyPartner'))]),
  );
  return (
    <ItemTable
      items={results.local ?? {}}
      texts={texts}
      top={5}
      k={results.k}
      caption={method('whole.local.caption')}
      title={method('whole.local')}
    />
  );
}
