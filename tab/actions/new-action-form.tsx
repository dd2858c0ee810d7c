import { type SyntheticEvent, useRef, useState } from 'react';
import { actionKinds } from '../../bot/contracts/action-choices.ts';
import type { NewAction, Partners } from '../../bot/contracts/actions-api.ts';
import type { Fetched } from '../api.ts';
import { type Failure, sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { useActionsWords } from './actions-words.ts';
import { Choice, DateField, TextField } from './fields.tsx';
import { OwnersField } from './owners-field.tsx';

/** What stands in the form. */
export interface Typed extends Pick<NewAction, 'text' | 'kind' | 'due'> {
  readonly owners: readonly number[];
  readonly nextStep: string;
  readonly what: string;
  readonly forWhom: string;
  readonly expected: string;
}
export const nothingTyped: Typed = {
  ...{ text: '', kind: 'quick win', due: '', owners: [] },
  ...{ nextStep: '', what: '', forWhom: '', expected: '' },
};

/** Three kinds; a test of change asks its four questions. What was typed is kept until it is agreed: `typed`, by whoever shows the form. */
export function NewActionForm<Answer>({
  partners,
  typed: wish,
  type,
  send,
  agreed,
}: {
  readonly partners: Partners;
  readonly typed: Typed;
  readonly type: (part: Partial<Typed>) => void;
  readonly send: (wish: Omit<NewAction, 'request' | 'source'>) => Promise<Fetched<Answer>>;
  readonly agreed: (answer: Answer) => void;
}) {
  const words = useActionsWords();
  const { say } = useReader();
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>({
    busy: false,
    failure: null,
  });
  const sending = useRef(false);
  const text = (key: 'text' | 'nextStep' | 'what' | 'forWhom' | 'expected', label: string) => (
    <TextField
      label={label}
      value={wish[key]}
      change={(value) => {
        type({ [key]: value });
      }}
    />
  );
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    setState({ busy: true, failure: null });
    const { kind, due, owners, nextStep, what, forWhom, expected } = wish;
    const fetched = await send({
      ...{ text: wish.text, kind, due, owners: [...owners] },
      ...(kind === 'adaptive' && { nextStep }),
      ...(kind === 'test of change' && { test: { what, forWhom, expected } }),
    });
    sending.current = false;
    if ('failure' in fetched) {
      setState({ busy: false, failure: fetched.failure });
      return;
    }
    setState({ busy: false, failure: null });
    agreed(fetched.value);
  };
  const isTest = wish.kind === 'test of change';
  const dueLabel = words(isTest ? 'page.until' : wish.kind === 'adaptive' ? 'new.dueStep' : 'new.due');
  return (
    <form className="card" noValidate onSubmit={(event) => void submit(event)}>
      {text('text', words('new.text'))}
      <Choice
        label={words('new.kind')}
        chosen={wish.kind}
        choices={actionKinds.map((kind) => ({ value: kind, name: words(`kind.${kind}`), about: words(`kind.${kind}.about`) }))}
        choose={(kind) => {
          type({ kind });
        }}
      />
      {wish.kind === 'adaptive' && text('nextStep', words('page.step'))}
      {isTest && (
        <>
          {text('what', words('page.what'))}
          {text('forWhom', words('page.forWhom'))}
        </>
      )}
      <DateField
        label={dueLabel}
        value={wish.due}
        first={partners.today}
        last={partners.last}
        change={(due) => {
          type({ due });
        }}
      />
      {isTest && text('expected', words('page.expected'))}
      <OwnersField
        partners={partners}
        chosen={wish.owners}
        choose={(owners) => {
          type({ owners });
        }}
      />
      <p className="quiet">{words('say.readers')}</p>
      {state.failure && <p role="alert">{sentenceOf(state.failure, say)}</p>}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={state.busy}>
          {words('new.agree')}
        </button>
        <span role="status">{state.busy && <span className="late">{words('say.busy')}</span>}</span>
      </div>
    </form>
  );
}
