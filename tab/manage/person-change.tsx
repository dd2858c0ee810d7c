import type { SyntheticEvent } from 'react';
import { changedPerson, type RosterPerson } from '../../bot/contracts/manage-api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { Confirm } from '../confirm.tsx';
import { FormFoot } from './form-foot.tsx';
import { freshOf } from '../fresh-of.ts';
import { type Change, sendCorrection } from './manage-api.ts';
import { useManageWords } from './manage-words.ts';
import { useForm } from './use-form.ts';
import type { AtDesk } from './use-set-up.ts';

interface Props {
  readonly person: RosterPerson;
  readonly at: AtDesk;
  /** They were changed. */
  readonly stored: (person: RosterPerson) => void;
  /** Somebody else has changed them. */
  readonly fresh: (person: RosterPerson) => void;
  /** The button that did it may be gone by now. */
  readonly done: () => void;
}

/** What an integration manager may correct of one person. */
export function PersonChange(props: Props) {
  const { person } = props;
  return (
    <div className="inset">
      <PlaceForm {...props} />
      <div className="buttons">
        {person.organisation !== null && <Deed {...props} is="remove" change={{ is: 'remove' }} />}
        <Deed
          key={`manager ${String(person.integrationManager)}`}
          {...props}
          is={person.integrationManager ? 'endManager' : 'makeManager'}
          change={{ is: 'manager', manager: !person.integrationManager }}
        />
        <Deed
          key={`chair ${String(person.chair)}`}
          {...props}
          is={person.chair ? 'endChair' : 'makeChair'}
          change={{ is: 'chair', chair: !person.chair }}
        />
      </div>
    </div>
  );
}

function useCorrection({ person, at, stored, fresh }: Props) {
  const { organisation, role, integrationManager, chair } = person;
  return async (change: Change['change']) => {
    const seen = { organisation, role, integrationManager, chair };
    const fetched = await sendCorrection(at.desk, { member: person.id, seen, change });
    const now = freshOf(fetched, changedPerson);
    if (now !== undefined) fresh(now);
    if ('value' in fetched) stored(fetched.value);
    return fetched;
  };
}

function PlaceForm(props: Props) {
  const words = useManageWords();
  const { say } = useReader();
  const { person, at } = props;
  const correct = useCorrection(props);
  const here = at.setUp.organisations.filter(({ left }) => !left);
  const own = here.some(({ id }) => id === person.organisation) ? (person.organisation ?? '') : '';
  const form = useForm({ organisation: own, role: person.role ?? '' }, ({ organisation, role }) =>
    correct({ is: 'place', organisation, role: role === 'employee' ? role : 'leader' }),
  );
  const { value, edit } = form;
  const whole = value.organisation !== '' && value.role !== '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (whole) form.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className="fields">
        <label>
          {say('column.organisation')}
          <select
            value={value.organisation}
            onChange={({ target }) => {
              edit({ ...value, organisation: target.value });
            }}
          >
            {value.organisation === '' && <option value="">{words('people.choose')}</option>}
            {here.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('people.role')}
          <select
            value={value.role}
            onChange={({ target }) => {
              edit({ ...value, role: target.value === 'employee' ? 'employee' : 'leader' });
            }}
          >
            {value.role === '' && <option value="">{words('people.choose')}</option>}
            <option value="leader">{words('role.leader')}</option>
            <option value="employee">{words('role.employee')}</option>
          </select>
        </label>
      </div>
      {!whole && <p className="quiet">{words('people.whole')}</p>}
      <FormFoot form={form} label={words('form.save')} />
    </form>
  );
}

function Deed({
  is,
  change,
  ...props
}: Props & {
  readonly is: 'remove' | 'makeManager' | 'endManager' | 'makeChair' | 'endChair';
  readonly change: Change['change'];
}) {
  const words = useManageWords();
  const { say } = useReader();
  const correct = useCorrection(props);
  const form = useForm(is, () => correct(change), props.done);
  return (
    <div>
      {form.failure && <p role="alert">{sentenceOf(form.failure, say)}</p>}
      <Confirm
        label={words(`people.${is}`)}
        question={words(`people.${is}.sure`, { name: props.person.name })}
        yes={words(`people.${is}.yes`)}
        no={words('form.no')}
        deed={form.save}
        busy={form.busy}
      />
    </div>
  );
}
