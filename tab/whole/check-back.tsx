import type { CheckBackResults } from '../../bot/contracts/results.ts';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { useMethodWords } from '../method/method-words.ts';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { OutcomeMark } from './outcome-mark.tsx';

/** How far each outcome is, in the words in which it was asked about. */
export function CheckBack({
  results: { items, k },
  outcomes,
}: {
  readonly results: CheckBackResults;
  readonly outcomes: NonNullable<Snapshot['outcomes']>;
}) {
  const { say } = useReader();
  const method = useMethodWords();
  return (
    <section className="card" aria-labelledby="outcomes">
      <h3 id="outcomes">{method('whole.outcomes')}</h3>
      <Table caption={method('whole.outcomes.caption')} className="whole stack">
        <Columns names={[method('whole.outcome'), method('whole.mean'), say('column.answered')]} />
        <tbody>
          {outcomes.map(({ id, text }) => {
            const found = items[id];
            const shown = found !== undefined && 'value' in found ? found : undefined;
            return (
              <tr key={id}>
                <th scope="row">{text}</th>
                <td colSpan={shown === undefined ? 2 : 1}>
                  <OutcomeMark found={found} k={k} />
                </td>
                {shown !== undefined && (
                  <td>
                    {shown.n === undefined ? method('whole.peopleAtLeast', { k }) : method('whole.people', { count: shown.n })}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
