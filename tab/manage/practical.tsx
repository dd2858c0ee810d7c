import type { SyntheticEvent } from 'react';
import type { SetUp } from '../../bot/contracts/manage-api.ts';
import { useReader } from '../reader.ts';
import { FormFoot } from './form-foot.tsx';
import { useManageWords } from './manage-words.ts';
import { useForm } from './use-form.ts';
import type { AtDesk } from './use-set-up.ts';

const languages = ['en', 'nb'] as const;
type Stored = Pick<SetUp, 'language' | 'zone' | 'nextMeeting'>;

export function Practical({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  return (
    <section className="card" aria-labelledby="manage-practical">
      <h2 id="manage-practical">{words('practical.title')}</h2>
      {at.setUp.mayChange ? <PracticalForm at={at} /> : <Read of={at.setUp} />}
    </section>
  );
}

function Read({ of: { language, zone, nextMeeting } }: { readonly of: Stored }) {
  const words = useManageWords();
  const { date } = useReader();
  return (
    <dl className="facts">
      <div>
        <dt>{words('practical.meeting')}</dt>
        <dd>{date(nextMeeting)}</dd>
      </div>
      <div>
        <dt>{words('practical.language')}</dt>
        <dd>{words(`language.${language}`)}</dd>
      </div>
      <div>
        <dt>{words('practical.zone')}</dt>
        <dd>{zone}</dd>
      </div>
    </dl>
  );
}

function PracticalForm({ at: { setUp, send } }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { language, zone, nextMeeting } = setUp;
  const form = useForm<Stored>({ language, zone, nextMeeting }, (value) => send('practical', value));
  const { value, edit } = form;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className="fields">
        <label>
          {words('practical.meeting')}
          <input
            type="date"
            value={value.nextMeeting}
            onChange={({ target }) => {
              edit({ ...value, nextMeeting: target.value });
            }}
          />
        </label>
        <label>
          {words('practical.language')}
          <select
            value={value.language}
            onChange={({ target }) => {
              edit({ ...value, language: languages.find((one) => one === target.value) ?? value.language });
            }}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {words(`language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('practical.zone')}
          <select
            value={value.zone}
            aria-describedby="zone-fixed"
            onChange={({ target }) => {
              edit({ ...value, zone: target.value });
            }}
          >
            {setUp.zones.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
          <span className="quiet" id="zone-fixed">
            {setUp.open !== null && words('practical.zone.fixed')}
          </span>
        </label>
      </div>
      <p className="quiet">{words('practical.what')}</p>
      <FormFoot form={form} label={words('form.save')}>
        <Read of={setUp} />
      </FormFoot>
    </form>
  );
}
