import { Fragment, useRef, useState } from 'react';
import type { RosterPerson } from '../../bot/contracts/manage-api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { useManageWords } from './manage-words.ts';
import { PersonChange } from './person-change.tsx';
import { usePeople } from './use-people.ts';
import type { AtDesk } from './use-set-up.ts';

/** Who answers for whom, in pages, to be corrected. */
export function People({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { say } = useReader();
  const { wanted, setWanted, found, failure, load, put } = usePeople(at.desk);
  const [chosen, setChosen] = useState<number | null>(null);
  const turn = (page: number) => {
    setWanted({ ...wanted, page });
    setChosen(null);
  };
  const [done, setDone] = useState(false);
  const section = useRef<HTMLElement>(null);
  const stored = (person: RosterPerson) => {
    setDone(false);
    put(person);
    at.stored();
  };
  return (
    <section className="card" aria-labelledby="manage-people" ref={section}>
      <h2 id="manage-people">{words('people.title')}</h2>
      <p className="quiet">{words('people.what')}</p>
      <label className="short">
        {words('people.of')}
        <select
          value={wanted.organisation}
          onChange={({ target }) => {
            setWanted({ organisation: target.value, page: 0 });
            setChosen(null);
          }}
        >
          <option value="all">{words('people.everybody')}</option>
          {at.setUp.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="0">{words('people.none')}</option>
        </select>
      </label>
      {failure && (
        <p role="alert">
          {sentenceOf(failure, say)}{' '}
          <button type="button" className="plain" onClick={load}>
            {say('again')}
          </button>
        </p>
      )}
      <div role="status">{!found && !failure && <p className="late">{say('start.loading')}</p>}</div>
      {found?.people.length === 0 && <p>{words('people.nobody')}</p>}
      {found && found.people.length > 0 && (
        <Table caption={words('people.caption', { page: found.page + 1, pages: found.pages })} className="people">
          <Columns names={[words('people.name'), say('column.organisation'), words('people.role'), words('people.change')]} />
          <tbody>
            {found.people.map((person) => (
              <Fragment key={person.id}>
                <Line
                  person={person}
                  at={at}
                  open={chosen === person.id}
                  choose={() => {
                    setChosen(chosen === person.id ? null : person.id);
                  }}
                />
                {chosen === person.id && (
                  <tr>
                    <td colSpan={4}>
                      <PersonChange
                        person={person}
                        at={at}
                        stored={stored}
                        fresh={put}
                        done={() => {
                          setDone(true);
                          section.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
                        }}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </Table>
      )}
      <p role="status">{done && words('form.saved')}</p>
      {found && found.pages > 1 && <Turning page={found.page} pages={found.pages} turn={turn} />}
    </section>
  );
}

interface LineProps {
  readonly person: RosterPerson;
  readonly at: AtDesk;
  readonly open: boolean;
  readonly choose: () => void;
}

function Line({ person: { name, organisation, role, integrationManager, chair }, at, open, choose }: LineProps) {
  const words = useManageWords();
  return (
    <tr>
      <th scope="row">
        {name} {integrationManager && <span className="tag">{words('people.manager')}</span>}{' '}
        {chair && <span className="tag">{words('people.chair')}</span>}
      </th>
      <td>{at.setUp.organisations.find(({ id }) => id === organisation)?.name ?? words('people.none')}</td>
      <td>{role ? words(`role.${role}`) : words('people.noRole')}</td>
      <td>
        <button
          type="button"
          className="plain"
          aria-expanded={open}
          aria-label={words('people.correct.of', { name })}
          onClick={choose}
        >
          {words('people.correct')}
        </button>
      </td>
    </tr>
  );
}

function Turning({
  page,
  pages,
  turn,
}: {
  readonly page: number;
  readonly pages: number;
  readonly turn: (page: number) => void;
}) {
  const words = useManageWords();
  const [first, last] = [page === 0, page + 1 >= pages];
  return (
    <nav className="buttons" aria-label={words('people.pages')}>
      <button
        type="button"
        className="plain"
        aria-disabled={first}
        onClick={() => {
          if (!first) turn(page - 1);
        }}
      >
        {words('people.previous')}
      </button>
      <button
        type="button"
        className="plain"
        aria-disabled={last}
        onClick={() => {
          if (!last) turn(page + 1);
        }}
      >
        {words('people.next')}
      </button>
    </nav>
  );
}
