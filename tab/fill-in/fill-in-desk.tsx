import { useEffect, useRef, useState } from 'react';
import type { RoundWish } from '../../bot/contracts/manage-api.ts';
import { sentenceOf } from '../failure.ts';
import { useManageWords } from '../manage/manage-words.ts';
import type { Desk } from '../manage/manage-api.ts';
import type { Organisation } from '../manage/organisations.tsx';
import { PlanView } from '../manage/plan-view.tsx';
import { useDesk } from '../manage/use-desk.ts';
import { useReader } from '../reader.ts';
import './fill-in.css';

/** Open for so many minutes. */
const minutes = 10;
const instruments = ['relational', 'health check', 'six practices', 'check-back'] as const;

interface Props {
  readonly desk: Desk;
  readonly organisations: readonly Pick<Organisation, 'id' | 'name'>[];
  readonly started: () => void;
}

/** What is asked, what comes of it, and the start: ten minutes from then. Nothing is sent before. */
export function FillInDesk(props: Props) {
  const words = useManageWords();
  const [wanted, setWanted] = useState(false);
  return (
    <section className="card" aria-labelledby="fill-in">
      <h2 id="fill-in">{words('fillIn.title')}</h2>
      <p>{words('fillIn.what', { minutes })}</p>
      {wanted ? (
        <Plan {...props} />
      ) : (
        <button
          type="button"
          className="plain"
          onClick={() => {
            setWanted(true);
          }}
        >
          {words('fillIn.show')}
        </button>
      )}
    </section>
  );
}

function Plan({ desk, organisations, started }: Props) {
  const words = useManageWords();
  const { say } = useReader();
  const { found, failure, busy, ask, launch } = useDesk(desk, started, minutes);
  const choice = useRef<HTMLInputElement>(null);
  // Pressed, and the plan for it is on its way.
  const [pressed, setPressed] = useState<RoundWish['instrument']>();
  const plan = found?.is === 'plan' ? found : undefined;
  const shown = plan !== undefined;
  useEffect(() => {
    if (shown) choice.current?.focus();
  }, [shown]);
  const choose = (instrument: RoundWish['instrument']) => {
    if (plan === undefined || busy) return;
    setPressed(instrument);
    void ask({ ...plan.wish, instrument, questions: [] }).then(() => {
      setPressed(undefined);
    });
  };
  return (
    <>
      <span role="status">{busy && <span className="late">{words('plan.busy')}</span>}</span>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      {plan !== undefined && (
        <>
          <fieldset>
            <legend>{words('plan.instrument')}</legend>
            {instruments.map((instrument, place) => (
              <label key={instrument} className="choice">
                <input
                  ref={place === 0 ? choice : undefined}
                  type="radio"
                  name="fill-in-instrument"
                  checked={(pressed ?? plan.wish.instrument) === instrument}
                  onChange={() => {
                    choose(instrument);
                  }}
                />
                {words(`instrument.${instrument}`)}
              </label>
            ))}
          </fieldset>
          <PlanView plan={plan} organisations={organisations} />
          {plan.obstacle === null && (
            <button type="button" className="button" aria-disabled={busy} onClick={busy ? undefined : () => void launch(plan)}>
              {words('fillIn.start', { minutes })}
            </button>
          )}
        </>
      )}
    </>
  );
}
