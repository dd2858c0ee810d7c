import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { AgendaPage } from '../../bot/contracts/agenda-api.ts';
import { TextField } from '../actions/fields.tsx';
import { Confirm } from '../confirm.tsx';
import { DeedSaid } from './deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from './use-deed.ts';
import { draftKey, useDraft } from './use-draft.ts';

/** What the meeting decided, written down while everybody sees it. */
export function Decisions({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { decisions, mayLead } = meeting.page;
  return (
    <section className="card" aria-labelledby="decisions">
      <h2 id="decisions">{words('decisions.title', { count: decisions.length })}</h2>
      {decisions.length === 0 && <p>{words('decisions.none')}</p>}
      <ol className="decided">
        {decisions.map((decision) => (
          <li key={decision.id}>{mayLead ? <Written decision={decision} meeting={meeting} /> : decision.text}</li>
        ))}
      </ol>
      {mayLead && <NewDecision meeting={meeting} />}
    </section>
  );
}

function NewDecision({ meeting: { at, change } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const deed = useDeed();
  const draft = useDraft(draftKey(at, 'decision'), z.string(), '');
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const stored = await deed.run(() => change({ is: 'decide', request: draft.request, text: draft.value }));
    if (stored) draft.done();
  };
  return (
    <form noValidate onSubmit={(event) => void add(event)}>
      <TextField label={words('decisions.new')} value={draft.value} change={draft.edit} />
      <p className="quiet">{words('decisions.hint')}</p>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={deed.busy}>
          {words('decisions.add')}
        </button>
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
}

type Decision = AgendaPage['decisions'][number];

function Written({ decision, meeting }: { readonly decision: Decision; readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const deed = useDeed();
  const { at, change } = meeting;
  const draft = useDraft(draftKey(at, `decision ${decision.id}`), z.string().nullable(), null);
  const [changing, setChanging] = useState(draft.value !== null);
  const pencil = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLFormElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    if (changing) field.current?.querySelector('textarea')?.focus();
    else if (wasChanging.current) pencil.current?.focus();
    wasChanging.current = changing;
  }, [changing]);
  const stop = () => {
    draft.done();
    setChanging(false);
  };
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const text = draft.value ?? decision.text;
    if (await deed.run(() => change({ is: 'word', decision: decision.id, text, was: decision.text }))) stop();
  };
  if (changing)
    return (
      <form noValidate ref={field} onSubmit={(event) => void save(event)}>
        <TextField label={words('decisions.new')} value={draft.value ?? decision.text} change={draft.edit} />
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={deed.busy}>
            {words('decisions.save')}
          </button>
          <button type="button" className="plain" onClick={stop}>
            {words('decisions.cancel')}
          </button>
          <DeedSaid deed={deed} />
        </div>
      </form>
    );
  return (
    <div className="line">
      <span>{decision.text}</span>
      <div className="buttons">
        <button
          type="button"
          className="plain"
          ref={pencil}
          aria-label={words('decisions.change.heard', { text: decision.text })}
          onClick={() => {
            setChanging(true);
          }}
        >
          {words('decisions.change')}
        </button>
        <Confirm
          label={words('decisions.drop')}
          question={words('decisions.drop.ask', { text: decision.text })}
          yes={words('decisions.drop.yes')}
          no={words('decisions.drop.no')}
          busy={deed.busy}
          deed={() => void deed.run(() => change({ is: 'drop', decision: decision.id, was: decision.text }))}
        />
        <DeedSaid deed={deed} />
      </div>
    </div>
  );
}
