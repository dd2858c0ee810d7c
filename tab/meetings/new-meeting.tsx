import { type SyntheticEvent, useState } from 'react';
import type { NewMeeting as Wish, SurveyWish } from '../../bot/contracts/meetings-api.ts';
import { type Failure, sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { sendNewMeeting } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { PreviewPart } from './preview-part.tsx';
import { SurveyFields } from './survey-fields.tsx';
import type { OnMeetings } from './use-meetings.ts';
import { usePreview } from './use-preview.ts';
import { isWhole, WhenFields } from './when-fields.tsx';

const nothing: Wish = { date: '', starts: '09:00' };
interface State {
  readonly busy: boolean;
  readonly saved: boolean;
  readonly missing: boolean;
  readonly failure: Failure | null;
}
const still: State = { busy: false, saved: false, missing: false, failure: null };

/** One more meeting, besides those of the rhythm: first the whole plan until it, with its survey, then planning it as it was shown. */
export function NewMeeting({ on }: { readonly on: OnMeetings }) {
  const words = useMeetingsWords();
  const { say } = useReader();
  const [wish, setWish] = useState(nothing);
  const [state, setState] = useState(still);
  const preview = usePreview(on.at, wish);
  const { last, current } = preview;
  const edit = (next: Wish): void => {
    setWish(next);
    setState(still);
  };
  const choose = (survey: SurveyWish | null): void => {
    const next = { ...wish, survey };
    edit(next);
    void preview.ask(next);
  };
  const show = (event: SyntheticEvent): void => {
    event.preventDefault();
    setState({ ...still, missing: !isWhole(wish) });
    if (isWhole(wish)) void preview.ask(wish);
  };
  const plan = async (): Promise<void> => {
    if (state.busy || last === null) return;
    setState({ ...still, busy: true });
    const { date, starts } = wish;
    const fetched = await on.send((at) => sendNewMeeting(at, { date, starts, survey: last.survey }));
    if ('failure' in fetched) setState({ ...still, failure: fetched.failure });
    else {
      setWish(nothing);
      preview.forget();
      setState({ ...still, saved: true });
    }
  };
  const survey = wish.survey ?? last?.survey;
  const failure = state.failure ?? preview.failure;
  const busy = state.busy || preview.busy;
  return (
    <section className="card" aria-labelledby="new-meeting">
      <h2 id="new-meeting">{words('new.title')}</h2>
      <form onSubmit={show} noValidate>
        <WhenFields
          {...{ date: wish.date, starts: wish.starts, first: on.page.today, last: on.page.last }}
          label={words('field.date')}
          change={(when) => {
            edit({ ...wish, ...when });
          }}
        />
        {state.missing && <p role="alert">{words('form.missing')}</p>}
        {last && (
          <PreviewPart preview={last} said={wish.survey} page={on.page} change={choose}>
            {survey && (
              <details>
                <summary>{words('survey.change')}</summary>
                <SurveyFields
                  wish={survey}
                  questions={on.page.questions}
                  change={(chosen) => {
                    edit({ ...wish, survey: chosen });
                  }}
                />
              </details>
            )}
          </PreviewPart>
        )}
        {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
        <div className="buttons">
          <button type="submit" className={current ? 'plain' : 'button'} aria-disabled={busy}>
            {words('new.show')}
          </button>
          {current && (
            <button type="button" className="button" aria-disabled={busy} onClick={() => void plan()}>
              {words('new.do')}
            </button>
          )}
          <span role="status">{state.saved && words('form.saved')}</span>
        </div>
      </form>
    </section>
  );
}
