import { type SyntheticEvent, useState } from 'react';
import type { DecisionChange, MeetingShown } from '../../bot/contracts/meetings-api.ts';
import { Confirm } from '../confirm.tsx';
import { type Failure, sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { DecisionField } from './decision-field.tsx';
import { sendDecision } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import type { OnMeetings } from './use-meetings.ts';

type Shown = MeetingShown['decisions'][number];

/** What was decided; who plans meetings writes it down. */
export function Decisions({ meeting, on }: { readonly meeting: MeetingShown; readonly on: OnMeetings }) {
  const words = useMeetingsWords();
  const { say } = useReader();
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>({
    busy: false,
    failure: null,
  });
  const { decisions, number, state: is } = meeting;
  const mayChange = on.page.mayChange && is !== 'called off';
  const send = async (change: DecisionChange): Promise<boolean> => {
    if (state.busy) return false;
    setState({ busy: true, failure: null });
    const fetched = await on.send((at) => sendDecision(at, number, change));
    setState({ busy: false, failure: 'failure' in fetched ? fetched.failure : null });
    return 'value' in fetched;
  };
  return (
    <div className="decisions">
      <h3>{words('decisions.title')}</h3>
      {decisions.length === 0 ? (
        <p className="quiet">{words('decisions.none')}</p>
      ) : (
        <ol>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <Decision {...{ decision, mayChange, send }} most={on.page.limits.decision} busy={state.busy} />
            </li>
          ))}
        </ol>
      )}
      {state.failure && <p role="alert">{sentenceOf(state.failure, say)}</p>}
      {mayChange && decisions.length < on.page.limits.decisions && (
        <NewDecision send={send} most={on.page.limits.decision} busy={state.busy} />
      )}
    </div>
  );
}

interface Deed {
  readonly send: (change: DecisionChange) => Promise<boolean>;
  readonly most: number;
  readonly busy: boolean;
}

function Decision({
  decision: { id, text },
  mayChange,
  send,
  most,
  busy,
}: Deed & { readonly decision: Shown; readonly mayChange: boolean }) {
  const words = useMeetingsWords();
  const [draft, setDraft] = useState<string | null>(null);
  if (!mayChange) return text;
  if (draft === null)
    return (
      <>
        <p>{text}</p>
        <div className="buttons">
          <button
            type="button"
            className="plain"
            onClick={() => {
              setDraft(text);
            }}
            aria-label={words('decisions.of', { what: words('decisions.change'), text })}
          >
            {words('decisions.change')}
          </button>
          <Confirm
            label={words('decisions.drop')}
            question={words('decisions.drop.sure', { text })}
            yes={words('decisions.drop.yes')}
            no={words('decisions.drop.no')}
            busy={busy}
            deed={() => void send({ is: 'drop', id, was: text })}
          />
        </div>
      </>
    );
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (await send({ is: 'change', id, was: text, text: draft })) setDraft(null);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DecisionField label={words('decisions.change')} value={draft} most={most} change={setDraft} focused />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={busy}>
          {words('decisions.save')}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => {
            setDraft(null);
          }}
        >
          {words('decisions.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Named anew for each that was stored, so that one sent twice is one. */
function NewDecision({ send, most, busy }: Deed) {
  const words = useMeetingsWords();
  const [text, setText] = useState('');
  const [request, setRequest] = useState(() => crypto.randomUUID());
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!(await send({ is: 'add', request, text }))) return;
    setText('');
    setRequest(crypto.randomUUID());
  };
  return (
    <details>
      <summary>{words('decisions.write')}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DecisionField label={words('decisions.new')} value={text} most={most} change={setText} />
        <div className="buttons">
          <button type="submit" className="plain" aria-disabled={busy}>
            {words('decisions.add')}
          </button>
        </div>
      </form>
    </details>
  );
}
