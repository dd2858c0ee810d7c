import { useReader } from './reader.ts';
import type { Organisation, PublishedResults } from './relations.ts';
import { Columns, Table } from './table.tsx';

/** How many answered in each organisation, before anything they said. */
export function Response({
  results,
  organisations,
}: {
  readonly results: PublishedResults;
  readonly organisations: readonly Organisation[];
}) {
  const { say, share } = useReader();
  return (
    <section className="card" aria-labelledby="response">
      <h3 id="response">{say('response.title')}</h3>
      <Table caption={say('response.caption')} className="stack">
        <Columns names={[say('column.organisation'), say('column.answered'), say('response.share'), say('column.words')]} />
        <tbody>
          {organisations.map(({ id, name }) => {
            const response = results.response?.[id];
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                {response && 'flag' in response ? (
                  <>
                    <td>{say('count', { answered: response.answered, invited: response.invited })}</td>
                    <td>{share(response.rate)}</td>
                    <td>{say(`response.flag.${response.flag}`)}</td>
                  </>
                ) : (
                  <td className="hidden" colSpan={3}>
                    {say('response.hidden', { k: results.k })}
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
