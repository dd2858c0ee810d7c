import { Columns, Table } from '../table.tsx';
import { useReader } from '../reader.ts';
import { useManageWords } from './manage-words.ts';
import { peopleIn } from './people-words.ts';
import { People } from './people.tsx';
import type { AtDesk } from './use-set-up.ts';

/** How many answer for whom; who they are is for integration managers. */
export function RosterPart({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { say } = useReader();
  const { organisations, mayChange } = at.setUp;
  return (
    <>
      <section className="card" aria-labelledby="manage-counts">
        <h2 id="manage-counts">{words('counts.title')}</h2>
        <Table caption={words(mayChange ? 'counts.caption' : 'counts.captionForAll')}>
          <Columns names={[say('column.organisation'), words('counts.people')]} />
          <tbody>
            {organisations.map(({ id, name, left, people }) => (
              <tr key={id}>
                <th scope="row">
                  {name} {left && <span className="tag">{words('organisations.left')}</span>}
                </th>
                <td className={'fewerThan' in people ? 'hidden' : undefined}>{peopleIn(words, people)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="quiet">{words('counts.own')}</p>
      </section>
      {mayChange && <People at={at} />}
    </>
  );
}
