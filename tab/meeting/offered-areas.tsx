import type { SyntheticEvent } from 'react';
import { z } from 'zod';
import { TextField } from '../actions/fields.tsx';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import { useOfferedWords } from './topic-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';

/** As many as one meeting has room for; the server refuses more. */
const most = 3;

/** What the rule suggests and is not chosen yet; whoever leads the meeting chooses, or writes something else. */
export function OfferedAreas({ meeting: { page, change, at } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const worded = useOfferedWords(page);
  const deed = useDeed();
  const left = page.offered.filter(({ key }) => !page.chosen.some((area) => area.key === key));
  const chooses = page.mayLead && page.chosen.length < most;
  return (
    <section className="card" aria-labelledby="offered">
      <h2 id="offered">{words('focus.offered')}</h2>
      {left.length === 0 && <p>{words('focus.offered.none')}</p>}
      <ul className="offers">
        {left.map((one) => {
          const { kind, title, why } = worded(one);
          return (
            <li key={one.key}>
              <div>
                {kind !== title && <span className="quiet">{kind}</span>} <strong>{title}</strong>
                <p>{why}</p>
              </div>
              {chooses && (
                <button
                  type="button"
                  className="plain"
                  aria-label={words('focus.choose.heard', { name: title })}
                  aria-disabled={deed.busy}
                  onClick={() => {
                    void deed.run(() => change({ is: 'choose', key: one.key }));
                  }}
                >
                  {words('focus.choose')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <DeedSaid deed={deed} />
      {page.mayLead && (chooses ? <OwnArea at={at} change={change} /> : <p className="quiet">{words('focus.full')}</p>)}
    </section>
  );
}

function OwnArea({ at, change }: Pick<Meeting, 'at' | 'change'>) {
  const words = useMeetingWords();
  const deed = useDeed();
  const draft = useDraft(draftKey(at, 'own area'), z.string(), '');
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (await deed.run(() => change({ is: 'own', text: draft.value }))) draft.done();
  };
  return (
    <form noValidate onSubmit={(event) => void add(event)}>
      <TextField label={words('focus.own')} value={draft.value} change={draft.edit} />
      <p className="quiet">{words('focus.own.hint')}</p>
      <div className="buttons">
        <button type="submit" className="plain" aria-disabled={deed.busy}>
          {words('focus.own.add')}
        </button>
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
}
