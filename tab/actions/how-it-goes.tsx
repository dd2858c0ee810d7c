import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { ActionPage } from '../../bot/contracts/actions-api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import type { AtActions } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { AskForm } from './ask-form.tsx';
import { type Asked, nothingSaid, type Saying } from './saying.ts';
import type { Change } from './use-action.ts';
import { useSaying } from './use-saying.ts';

const asks = ['stuck', 'more time', 'hand over', 'snooze', 'drop'] as const;

/** One press for what needs no more; everything else opens its own few fields. */
export function HowItGoes({ page, at, say }: { readonly page: ActionPage; readonly at: AtActions; readonly say: Change }) {
  const words = useActionsWords();
  const { say: tell } = useReader();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [saying, setSaying] = useState<Saying>(nothingSaid);
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const { send, busy, saved, failure } = useSaying(say);
  useEffect(() => {
    if (asked === null && back.current) opener.current?.focus();
    back.current = asked !== null;
  }, [asked]);
  const { action, mayChange } = page;
  const closed = action.state === 'done' || action.state === 'dropped';
  const isTest = action.kind === 'test of change';
  const close = () => {
    setAsked(null);
  };
  const press = async (change: Parameters<Change>[0]) => {
    if (await send(change)) {
      setSaying(nothingSaid);
      close();
    }
  };
  const open = (what: Asked) => (event: MouseEvent<HTMLButtonElement>) => {
    opener.current = event.currentTarget;
    setAsked(what);
  };
  const note = closed ? words('say.closed') : mayChange ? words('say.readers') : words('say.others');
  return (
    <section className="card" aria-labelledby="how">
      <h2 id="how">{words('say.title')}</h2>
      <p className="quiet">{note}</p>
      {mayChange && !closed && (
        <>
          <div className="buttons">
            <button type="button" className="button" aria-disabled={busy} onClick={() => void press({ is: 'on track' })}>
              {words('say.on track')}
            </button>
            <button
              type="button"
              className="plain"
              aria-disabled={busy}
              aria-expanded={isTest ? asked === 'done' : undefined}
              onClick={isTest ? open('done') : () => void press({ is: 'done' })}
            >
              {words('say.done')}
            </button>
            {asks
              .filter((ask) => ask !== 'drop' || !isTest)
              .map((ask) => (
                <button
                  key={ask}
                  type="button"
                  className="plain"
                  aria-disabled={busy}
                  aria-expanded={asked === ask}
                  onClick={open(ask)}
                >
                  {words(`say.${ask}`)}
                </button>
              ))}
          </div>
          {asked !== null && (
            <AskForm key={asked} {...{ asked, page, at, saying, busy }} edit={setSaying} send={press} cancel={close} />
          )}
        </>
      )}
      {failure && <p role="alert">{sentenceOf(failure, tell)}</p>}
      <p role="status" className="said">
        {busy ? <span className="late">{words('say.busy')}</span> : saved && words('say.saved')}
      </p>
    </section>
  );
}
