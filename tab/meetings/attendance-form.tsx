import type { SyntheticEvent } from 'react';
import type { AttendanceDesk } from '../../bot/contracts/meetings-api.ts';
import type { Fetched } from '../api.ts';
import { FormFoot } from '../manage/form-foot.tsx';
import { useForm } from '../manage/use-form.ts';
import { useMeetingsWords } from './meetings-words.ts';

/** One tap for each person, by organisation. */
export function AttendanceForm({
  desk: { organisations, people, present },
  send,
  done,
}: {
  readonly desk: AttendanceDesk;
  readonly send: (present: number[]) => Promise<Fetched<unknown>>;
  readonly done: () => void;
}) {
  const words = useMeetingsWords();
  const form = useForm<readonly number[]>(present ?? [], (value) => send([...value]), done);
  const { value, edit } = form;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  const asked = organisations.filter(({ id }) => people.some(({ organisation }) => organisation === id));
  return (
    <form className="inset" onSubmit={submit} noValidate>
      <p className="quiet">{words('attendance.what')}</p>
      {asked.length === 0 && <p>{words('attendance.empty')}</p>}
      {asked.map(({ id, name }) => (
        <fieldset key={id}>
          <legend>{name}</legend>
          <div className="taps">
            {people
              .filter(({ organisation }) => organisation === id)
              .map((person) => (
                <label key={person.id} className="choice tap">
                  <input
                    type="checkbox"
                    checked={value.includes(person.id)}
                    onChange={({ target }) => {
                      const others = value.filter((one) => one !== person.id);
                      edit(target.checked ? [...others, person.id] : others);
                    }}
                  />
                  {person.name}
                </label>
              ))}
          </div>
        </fieldset>
      ))}
      <p role="status">{words('attendance.count', { count: value.length })}</p>
      <FormFoot form={form} label={words('attendance.save')}>
        <p>{words('attendance.count', { count: present?.length ?? 0 })}</p>
      </FormFoot>
    </form>
  );
}
