import type { MeetingsPage } from '../../bot/contracts/meetings-api.ts';
import { Columns, Table } from '../table.tsx';
import { useMeetingsWords } from './meetings-words.ts';

/** Who comes and who never does, counted by organisation; only for who plans meetings. */
export function Comers({ of: { comers, organisations } }: { readonly of: MeetingsPage }) {
  const words = useMeetingsWords();
  if (comers === null) return null;
  return (
    <section className="card" aria-labelledby="comers">
      <h2 id="comers">{words('comers.title', { count: comers.of })}</h2>
      {comers.regular !== null && <p>{words('comers.regular', { count: comers.regular })}</p>}
      <Table caption={words('comers.never')}>
        <Columns names={[words('comers.organisation'), words('comers.people'), words('comers.answer')]} />
        <tbody>
          {comers.neverCame.map(({ organisation, people, of }) => (
            <tr key={organisation}>
              <th scope="row">{organisations.find(({ id }) => id === organisation)?.name}</th>
              <td>{people}</td>
              <td>{of}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
