import { useState } from 'react';
import type { SetUp } from '../../bot/contracts/manage-api.ts';
import { AddOrganisation } from './add-organisation.tsx';
import { useManageWords } from './manage-words.ts';
import { OrganisationChange } from './organisation-change.tsx';
import { peopleIn } from './people-words.ts';
import type { AtDesk } from './use-set-up.ts';

export type Organisation = SetUp['organisations'][number];

/** In the order of set-up, always; one that has left stays in its place. */
export function Organisations({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { organisations, mayChange, open } = at.setUp;
  return (
    <section className="card" aria-labelledby="manage-organisations">
      <h2 id="manage-organisations">{words('organisations.title')}</h2>
      <p className="quiet">{words('organisations.what')}</p>
      {mayChange && open !== null && <p className="note">{words('organisations.open', { round: open })}</p>}
      <ul className="partners">
        {organisations.map((organisation) => (
          <Row key={organisation.id} organisation={organisation} at={at} />
        ))}
      </ul>
      {mayChange && open === null && <AddOrganisation at={at} />}
    </section>
  );
}

function Row({ organisation, at }: { readonly organisation: Organisation; readonly at: AtDesk }) {
  const words = useManageWords();
  const [changing, setChanging] = useState(false);
  const { name, left, people } = organisation;
  return (
    <li>
      <div className="line">
        <span>
          <strong>{name}</strong> {left && <span className="tag">{words('organisations.left')}</span>}
          <small>{peopleIn(words, people)}</small>
        </span>
        {at.setUp.mayChange && (
          <button
            type="button"
            className="plain"
            aria-expanded={changing}
            aria-label={words('organisations.change.of', { organisation: name })}
            onClick={() => {
              setChanging(!changing);
            }}
          >
            {words('organisations.change')}
          </button>
        )}
      </div>
      {changing && at.setUp.mayChange && <OrganisationChange organisation={organisation} at={at} />}
    </li>
  );
}
