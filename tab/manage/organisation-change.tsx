import type { SyntheticEvent } from 'react';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { Confirm } from '../confirm.tsx';
import { FormFoot } from './form-foot.tsx';
import { useManageWords } from './manage-words.ts';
import type { Organisation } from './organisations.tsx';
import { TooLong } from './too-long.tsx';
import { useForm } from './use-form.ts';
import type { AtDesk } from './use-set-up.ts';

interface Props {
  readonly organisation: Organisation;
  readonly at: AtDesk;
}

export function OrganisationChange({ organisation, at }: Props) {
  return (
    <div className="inset">
      <Rename organisation={organisation} at={at} />
      {at.setUp.open === null && <Part organisation={organisation} at={at} />}
    </div>
  );
}

function Rename({ organisation: { id, name }, at: { setUp, send } }: Props) {
  const words = useManageWords();
  const form = useForm(name, (value) => send('organisations', { change: { is: 'rename', organisation: id, name: value } }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <label>
        {words('organisations.name')}
        <input
          type="text"
          value={form.value}
          aria-describedby={`name-long-${id}`}
          onChange={({ target }) => {
            form.edit(target.value);
          }}
        />
        <TooLong text={form.value} most={setUp.limits.name} id={`name-long-${id}`} />
      </label>
      <FormFoot form={form} label={words('organisations.rename')}>
        <p>{name}</p>
      </FormFoot>
    </form>
  );
}

/** Whether it takes part in the next round. */
function Part({ organisation: { id, name, left }, at: { send } }: Props) {
  const words = useManageWords();
  const { say } = useReader();
  const is = left ? 'return' : 'leave';
  const form = useForm(is, () => send('organisations', { change: { is, organisation: id } }));
  return (
    <div>
      {form.failure && <p role="alert">{sentenceOf(form.failure, say)}</p>}
      <Confirm
        label={words(`organisations.${is}`)}
        question={words(`organisations.${is}.sure`, { organisation: name })}
        yes={words(`organisations.${is}.yes`)}
        no={words('form.no')}
        deed={form.save}
        busy={form.busy}
      />
      <span role="status">{form.saved && words('form.saved')}</span>
    </div>
  );
}
