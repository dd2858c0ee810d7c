import type { SyntheticEvent } from 'react';
import { z } from 'zod';
import { DateField } from '../actions/fields.tsx';
import { Confirm } from '../confirm.tsx';
import { meetingPlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { DeedSaid } from './deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from './use-deed.ts';
import { draftKey, useDraft } from './use-draft.ts';

/** Thanks, when we meet again, and the end. */
export function NextStep({ meeting }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { date } = useReader();
  const { next, decisions, agreed, mayLead, over } = meeting.page;
  return (
    <>
      <section className="card">
        <p className="total">{words('next.thanks')}</p>
        <p>
          {words('next.count.decisions', { count: decisions.length })} · {words('next.count.actions', { count: agreed.length })}
        </p>
      </section>
      <section className="card" aria-labelledby="next">
        <h2 id="next">{words('next.title')}</h2>
        {next === null ? (
          <p>{words('next.none')}</p>
        ) : (
          <p className="total">
            <a className="link" href={`#${meetingPlace(next.number)}`}>
              {words('next.at', { date: date(next.date), time: next.starts })}
            </a>
          </p>
        )}
        {next === null && mayLead && <PlanNext meeting={meeting} />}
      </section>
      {over ? <p className="note">{words('next.over')}</p> : mayLead && <End meeting={meeting} />}
    </>
  );
}

const shape = z.strictObject({ date: z.string(), starts: z.string() });

function PlanNext({ meeting: { at, page, change } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const deed = useDeed();
  const draft = useDraft(draftKey(at, 'next'), shape, { date: '', starts: page.starts });
  const plan = async (event: SyntheticEvent) => {
    event.preventDefault();
    const { date, starts } = draft.value;
    const wish = { is: 'plan next', date, starts: starts === '' ? page.starts : starts } as const;
    if (await deed.run(() => change(wish))) draft.done();
  };
  return (
    <form noValidate onSubmit={(event) => void plan(event)}>
      <div className="fields">
        <DateField
          label={words('next.date')}
          value={draft.value.date}
          first={page.today > page.date ? page.today : page.date}
          last={page.last}
          change={(date) => {
            draft.edit({ ...draft.value, date });
          }}
        />
        <label>
          {words('next.time')}
          <input
            type="time"
            value={draft.value.starts}
            onChange={({ target }) => {
              draft.edit({ ...draft.value, starts: target.value });
            }}
          />
        </label>
      </div>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={deed.busy}>
          {words('next.plan')}
        </button>
        <DeedSaid deed={deed} />
      </div>
    </form>
  );
}

function End({ meeting: { page, change } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { date } = useReader();
  const deed = useDeed();
  return (
    <section className="card" aria-labelledby="end">
      <h2 id="end">{words('next.end.title')}</h2>
      {page.today < page.date ? (
        <p>{words('next.ahead', { date: date(page.date) })}</p>
      ) : (
        <Confirm
          label={words('next.end')}
          question={words('next.end.ask')}
          yes={words('next.end.yes')}
          no={words('next.end.no')}
          busy={deed.busy}
          deed={() => void deed.run(() => change({ is: 'end' }))}
          primary
        />
      )}
      <DeedSaid deed={deed} />
    </section>
  );
}
