import type { MatrixResults } from '../bot/contracts/results.ts';
import { Hidden } from './cell.tsx';
import { useReader } from './reader.ts';
import { expectationGapsOf, type Organisation } from './relations.ts';
import { Columns, Table } from './table.tsx';

/** Prompts for a conversation: what each needs beside what the other says it can give. */
export function ExpectationGaps({
  results,
  organisations,
}: {
  readonly results: MatrixResults;
  readonly organisations: readonly Organisation[];
}) {
  const { say, number } = useReader();
  const { k } = results;
  const gaps = expectationGapsOf(organisations, results.expectationGaps);
  return (
    <section className="card" aria-labelledby="gaps">
      <h3 id="gaps">{say('gaps.title')}</h3>
      {gaps.every(({ value }) => !value || 'hidden' in value) ? (
        <p className="hidden">{say('gaps.allHidden', { k })}</p>
      ) : (
        <Table caption={say('gaps.caption')} className="stack">
          <Columns names={[say('gaps.who'), say('gaps.need'), say('gaps.canGive'), say('gaps.gap'), say('column.words')]} />
          <tbody>
            {gaps.map(({ first, second, value }) => (
              <tr key={`${first.id}-${second.id}`}>
                <th scope="row">{say('gaps.name', { first: first.name, second: second.name })}</th>
                {value && 'flag' in value ? (
                  <>
                    <td>{number(value.need)}</td>
                    <td>{number(value.canGive)}</td>
                    <td>{number(value.gap)}</td>
                    <td data-flag={value.flag}>{say(`gaps.flag.${value.flag}`)}</td>
                  </>
                ) : (
                  <td className="hidden" colSpan={4}>
                    <Hidden reason={say('hidden.reason', { k })} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
