import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { MeetingsPage, RhythmDays, RhythmWish, SurveyWish } from '../../bot/contracts/meetings-api.ts';
import { type Failure, sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { fetchRhythmDays, sendRhythm } from './meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import { RhythmFields } from './rhythm-fields.tsx';
import { SurveyFields } from './survey-fields.tsx';
import type { OnMeetings } from './use-meetings.ts';
import { isWhole } from './when-fields.tsx';
import { useWhen } from './when.ts';

interface Shown {
  readonly of: string;
  readonly days: RhythmDays;
}

const usualRule = { each: 'month', every: 1, weekday: 2, nth: 4 } as const;

/** The rhythm that is wished for, the days it gives, and setting that rhythm and no other. */
export function RhythmForm({
  on,
  stored,
  cancel,
}: {
  readonly on: OnMeetings;
  readonly stored: () => void;
  readonly cancel: () => void;
}) {
  const words = useMeetingsWords();
  const { say } = useReader();
  const { rhythm, today, proposal, questions } = on.page;
  const [seen] = useState(rhythm);
  const [wish, setWish] = useState<RhythmWish>(rhythm ?? { rule: usualRule, from: today, starts: '09:00', survey: proposal });
  const [shown, setShown] = useState<Shown | null>(null);
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>({
    busy: false,
    failure: null,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), []);
  const written = JSON.stringify(wish);
  const current = shown?.of === written ? shown.days : null;
  const whole = isWhole({ date: wish.from, starts: wish.starts });
  const ask = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (state.busy || !whole) return;
    setState({ busy: true, failure: null });
    const fetched = await fetchRhythmDays(on.at, wish);
    setState({ busy: false, failure: 'failure' in fetched ? fetched.failure : null });
    if ('value' in fetched) setShown({ of: written, days: fetched.value });
  };
  const set = async (): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true, failure: null });
    const fetched = await on.send((at) => sendRhythm(at, { seen, rhythm: wish }));
    setState({ busy: false, failure: 'failure' in fetched ? fetched.failure : null });
    if ('value' in fetched) stored();
  };
  return (
    <form
      ref={form}
      className="inset"
      aria-label={words('rhythm.title')}
      noValidate
      onSubmit={(event) => void ask(event)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') cancel();
      }}
    >
      <RhythmFields wish={wish} today={today} change={setWish} />
      <SurveyOfRhythm
        survey={wish.survey}
        {...{ proposal, questions }}
        change={(survey) => {
          setWish({ ...wish, survey });
        }}
      />
      {!whole && <p role="alert">{words('form.missing')}</p>}
      {state.failure && <p role="alert">{sentenceOf(state.failure, say)}</p>}
      <div role="status">{current && <Days days={current} zone={on.page.zone} />}</div>
      <div className="buttons">
        <button type="submit" className={current ? 'plain' : 'button'} aria-disabled={state.busy}>
          {words('rhythm.show')}
        </button>
        {current && (
          <button type="button" className="button" aria-disabled={state.busy} onClick={() => void set()}>
            {words('rhythm.do')}
          </button>
        )}
        <button type="button" className="plain" onClick={cancel}>
          {words('rhythm.cancel')}
        </button>
      </div>
    </form>
  );
}

function SurveyOfRhythm({
  survey,
  proposal,
  questions,
  change,
}: Pick<MeetingsPage, 'proposal' | 'questions'> & {
  readonly survey: SurveyWish | null;
  readonly change: (survey: SurveyWish | null) => void;
}) {
  const words = useMeetingsWords();
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={survey !== null}
          onChange={({ target }) => {
            change(target.checked ? proposal : null);
          }}
        />
        {words('rhythm.survey')}
      </label>
      <p className="quiet">{words('rhythm.survey.what')}</p>
      {survey && (
        <details>
          <summary>{words('survey.change')}</summary>
          <SurveyFields wish={survey} questions={questions} change={change} />
        </details>
      )}
    </>
  );
}

function Days({ days: { days, count, surveys, leftOut, replaced }, zone }: { readonly days: RhythmDays; readonly zone: string }) {
  const words = useMeetingsWords();
  const { day } = useWhen(zone);
  const { date: written } = useReader();
  return (
    <div className="note">
      <p>{words('rhythm.days', { count })}</p>
      <ul>
        {days.map(({ date, survey, notProposed }) => (
          <li key={date}>
            {day(date)}
            {survey && `: ${words('rhythm.day.survey', { opens: written(survey.opens), closes: written(survey.closes) })}`}
            {notProposed && `: ${words(`rhythm.day.${notProposed}`)}`}
          </li>
        ))}
      </ul>
      {count > days.length && <p>{words('rhythm.more', { count: count - days.length })}</p>}
      <p>{words('rhythm.surveys', { count: surveys })}</p>
      {leftOut.length > 0 && <p>{words('rhythm.leftOut', { days: leftOut.map(day).join('; ') })}</p>}
      {replaced > 0 && <p>{words('rhythm.replaced', { count: replaced })}</p>}
    </div>
  );
}
