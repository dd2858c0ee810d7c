import { useRef, useState } from 'react';
import type { RhythmWish } from '../../bot/contracts/meetings-api.ts';
import { Confirm } from '../confirm.tsx';
import { type Failure, sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { sendRhythm } from './meetings-api.ts';
import { type MeetingsSay, useMeetingsWords } from './meetings-words.ts';
import { RhythmForm } from './rhythm-form.tsx';
import type { OnMeetings } from './use-meetings.ts';
import { weekdayIn } from './when.ts';

const rhythmIn = (words: MeetingsSay, { rule, starts }: RhythmWish): string => {
  const weekday = weekdayIn(words, rule.weekday);
  const values = { count: rule.every, weekday, starts };
  return rule.each === 'week'
    ? words('rhythm.week', values)
    : words('rhythm.month', { ...values, nth: words(`nth.${rule.nth}`) });
};

/** How often the collaboration meets; who plans meetings sets it, after they have seen the days it gives. */
export function RhythmPart({ on }: { readonly on: OnMeetings }) {
  const words = useMeetingsWords();
  const { rhythm, mayChange } = on.page;
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <section className="card" aria-labelledby="rhythm">
      <h2 id="rhythm">{words('rhythm.title')}</h2>
      <p>
        {rhythm ? rhythmIn(words, rhythm) : words('rhythm.none')}
        {rhythm?.survey && ` ${words('rhythm.with')}`}
      </p>
      {mayChange && (
        <>
          <div className="buttons">
            <button
              type="button"
              className="plain"
              ref={button}
              aria-expanded={open}
              onClick={() => {
                setSaved(false);
                setOpen(!open);
              }}
            >
              {words(rhythm ? 'rhythm.change' : 'rhythm.set')}
            </button>
            {rhythm && <End on={on} rhythm={rhythm} />}
            <span role="status">{saved && words('form.saved')}</span>
          </div>
          {open && (
            <RhythmForm
              on={on}
              stored={() => {
                setSaved(true);
                close();
              }}
              cancel={close}
            />
          )}
        </>
      )}
    </section>
  );
}

function End({ on, rhythm }: { readonly on: OnMeetings; readonly rhythm: RhythmWish }) {
  const words = useMeetingsWords();
  const { say } = useReader();
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure: Failure | null }>({
    busy: false,
    failure: null,
  });
  const planned = on.page.meetings.filter(
    ({ byRhythm, state: is, due, round }) => byRhythm && is === 'planned' && !due && round === null,
  );
  const end = async (): Promise<void> => {
    setState({ busy: true, failure: null });
    const fetched = await on.send((at) => sendRhythm(at, { seen: rhythm, rhythm: null }));
    setState({ busy: false, failure: 'failure' in fetched ? fetched.failure : null });
  };
  return (
    <>
      <Confirm
        label={words('rhythm.end')}
        question={words('rhythm.end.sure', { count: planned.length })}
        yes={words('rhythm.end.yes')}
        no={words('rhythm.end.no')}
        busy={state.busy}
        deed={() => void end()}
      />
      {state.failure && <p role="alert">{sentenceOf(state.failure, say)}</p>}
    </>
  );
}
