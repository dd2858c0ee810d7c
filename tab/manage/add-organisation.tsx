import type { SyntheticEvent } from 'react';
import { FormFoot } from './form-foot.tsx';
import { useManageWords } from './manage-words.ts';
import { TooLong } from './too-long.tsx';
import { useForm } from './use-form.ts';
import type { AtDesk } from './use-set-up.ts';

export function AddOrganisation({ at: { setUp, send } }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const form = useForm('', (name) => send('organisations', { change: { is: 'add', name } }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <label>
        {words('organisations.new')}
        <input
          type="text"
          value={form.value}
          aria-describedby="new-long"
          onChange={({ target }) => {
            form.edit(target.value);
          }}
        />
        <TooLong text={form.value} most={setUp.limits.name} id="new-long" />
      </label>
      <FormFoot form={form} label={words('organisations.add')} />
    </form>
  );
}
