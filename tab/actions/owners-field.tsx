import { useEffect, useRef, useState } from 'react';
import type { Partners } from '../../bot/contracts/actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { nameIn } from './said.ts';

/** Shown at once; a network may have hundreds. */
const mostShown = 8;

const plain = (text: string): string => text.toLocaleLowerCase();

/** Owners, from everybody on the roster: each word that is typed stands in a name or an organisation. One's own organisation comes first. */
export function OwnersField({
  partners: { people, organisations, you },
  chosen,
  choose,
  focused = false,
}: {
  readonly partners: Partners;
  readonly chosen: readonly number[];
  readonly choose: (owners: readonly number[]) => void;
  /** Takes the focus when it comes. */
  readonly focused?: boolean;
}) {
  const words = useActionsWords();
  const [typed, setTyped] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) search.current?.focus();
  }, [focused]);
  // The button that was pressed is gone.
  const pick = (owners: readonly number[]) => {
    choose(owners);
    search.current?.focus();
  };
  const label = ({ name, organisation }: Partners['people'][number]): string =>
    words('owner', { name, organisation: nameIn(organisations, organisation) });
  const first = people.find(({ id }) => id === you)?.organisation;
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  const found = people
    .filter((person) => !chosen.includes(person.id) && asked.every((part) => plain(label(person)).includes(part)))
    .sort((one, other) => Number(other.organisation === first) - Number(one.organisation === first));
  const shown = found.slice(0, mostShown);
  const picked = chosen.flatMap((id) => people.find((person) => person.id === id) ?? []);
  const count =
    found.length === 0
      ? words('new.found.none')
      : found.length > shown.length
        ? words('new.found.some', { count: found.length, shown: shown.length })
        : words('new.found', { count: found.length });
  return (
    <fieldset className="owners">
      <legend>{words('new.owners')}</legend>
      {picked.length > 0 && (
        <ul className="picked" aria-label={words('new.chosen')}>
          {picked.map((person) => (
            <li key={person.id}>
              {label(person)}
              <button
                type="button"
                className="plain"
                aria-label={words('new.remove', { name: label(person) })}
                onClick={() => {
                  pick(chosen.filter((id) => id !== person.id));
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <label className="short">
        {words('new.search')}
        <input
          ref={search}
          type="search"
          value={typed}
          autoComplete="off"
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onKeyDown={(event) => {
            // Enter would send the form; here it is how a search ends.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </label>
      <p className="quiet" role="status">
        {count}
      </p>
      <ul className="people">
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="plain"
              onClick={() => {
                pick([...chosen, person.id]);
                setTyped('');
              }}
            >
              <span aria-hidden="true">+ </span>
              {label(person)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
