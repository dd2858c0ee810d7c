import { type SyntheticEvent, useState } from 'react';
import { z } from 'zod';
import type { NewMeeting } from '../../bot/contracts/meetings-api.ts';
import { DateField } from '../actions/fields.tsx';
import { Confirm } from '../confirm.tsx';
import { sentenceOf } from '../failure.ts';
import { PreviewPart } from '../meetings/preview-part.tsx';
import { usePreview } from '../meetings/use-preview.ts';
import { meetingPlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { DeedSaid } from '../deed-said.tsx';
import { useMeetingWords } from './meeting-words.ts';
import type { Meeting } from './use-agenda.ts';
import { useDeed } from '../use-deed.ts';
import { draftKey, useDraft } from '../use-draft.ts';

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

/** The whole plan first, with its survey; then planning it as it was shown. */
function PlanNext({ meeting: { at, page, change } }: { readonly meeting: Meeting }) {
  const words = useMeetingWords();
  const { say } = useReader();
  const deed = useDeed();
  const draft = useDraft(draftKey(at, 'next'), shape, { date: '', starts: page.starts });
  const [survey, setSurvey] = useState<NewMeeting['survey']>();
  const [missing, setMissing] = useState(false);
  const { date, starts } = draft.value;
  const when = { date, starts: starts === '' ? page.starts : starts };
  const wishOf = (said: NewMeeting['survey']): NewMeeting => (said === undefined ? when : { ...when, survey: said });
  const preview = usePreview(at, wishOf(survey));
  const { last, current, failure } = preview;
  const show = (event: SyntheticEvent): void => {
    event.preventDefault();
    setMissing(date === '');
    if (date !== '') void preview.ask(wishOf(survey));
  };
  const plan = async (): Promise<void> => {
    if (last === null) return;
    const wish = { is: 'plan next', ...when, survey: last.survey } as const;
    if (await deed.run(() => change(wish))) draft.done();
  };
  return (
    <form noValidate onSubmit={show}>
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
      {missing && date === '' && <p role="alert">{words('next.missing')}</p>}
      {last && (
        <PreviewPart
          preview={last}
          said={survey}
          page={page}
          change={(said) => {
            setSurvey(said);
            void preview.ask(wishOf(said));
          }}
        >
          <p className="quiet">{words('next.survey')}</p>
        </PreviewPart>
      )}
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      <div className="buttons">
        <button type="submit" className={current ? 'plain' : 'button'} aria-disabled={preview.busy}>
          {words('next.show')}
        </button>
        {current && (
          <button type="button" className="button" aria-disabled={deed.busy || preview.busy} onClick={() => void plan()}>
            {words('next.plan')}
          </button>
        )}
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
