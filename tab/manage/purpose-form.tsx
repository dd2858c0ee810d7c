import { type SyntheticEvent, useRef } from 'react';
import { FormFoot } from './form-foot.tsx';
import { useManageWords } from './manage-words.ts';
import { OutcomeFields, type WrittenOutcome } from './outcome-fields.tsx';
import { TooLong } from './too-long.tsx';
import { useForm } from './use-form.ts';
import type { AtDesk } from './use-set-up.ts';

export function Purpose({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  return (
    <section className="card" aria-labelledby="manage-purpose">
      <h2 id="manage-purpose">{words('purpose.title')}</h2>
      {at.setUp.mayChange ? <PurposeForm at={at} /> : <Stored of={at.setUp} />}
    </section>
  );
}

interface Typed {
  readonly purpose: string;
  readonly outcomes: readonly WrittenOutcome[];
}

function Stored({ of: { purpose, outcomes } }: { readonly of: Typed }) {
  const words = useManageWords();
  return (
    <>
      <p>{purpose}</p>
      <h3>{words('outcomes.title')}</h3>
      {outcomes.length === 0 ? (
        <p className="quiet">{words('outcomes.none')}</p>
      ) : (
        <ol className="plainly">
          {outcomes.map(({ text }, place) => (
            <li key={place}>{text}</li>
          ))}
        </ol>
      )}
    </>
  );
}

function PurposeForm({ at: { setUp, send } }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { limits } = setUp;
  const stored: Typed = { purpose: setUp.purpose, outcomes: setUp.outcomes };
  const form = useForm(stored, ({ purpose, outcomes }) => send('purpose', { purpose, outcomes: [...outcomes] }));
  const { value, edit } = form;
  const add = useRef<HTMLButtonElement>(null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <label>
        {words('purpose.label')}
        <textarea
          rows={2}
          value={value.purpose}
          aria-describedby="purpose-long"
          onChange={({ target }) => {
            edit({ ...value, purpose: target.value });
          }}
        />
        <TooLong text={value.purpose} most={limits.purpose} id="purpose-long" />
      </label>
      <OutcomeFields
        outcomes={value.outcomes}
        most={limits.outcomes}
        longest={limits.outcome}
        add={add}
        change={(outcomes) => {
          edit({ ...value, outcomes });
        }}
      />
      <p className="quiet">{words('form.patients')}</p>
      <FormFoot form={form} label={words('form.save')}>
        <Stored of={setUp} />
      </FormFoot>
    </form>
  );
}
