import { useState } from 'react';
import type { ActionPage, Nudged } from '../../bot/contracts/actions-api.ts';
import type { Fetched } from '../api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { type AtActions, sendNudge } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';

/** For integration managers: asks the owners, and says of each when it goes, in the server's words. */
export function NudgeNow({ action, at }: { readonly action: ActionPage['action']; readonly at: AtActions }) {
  const words = useActionsWords();
  const { say, date } = useReader();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Fetched<Nudged> | null>(null);
  const nudge = async () => {
    if (busy) return;
    setBusy(true);
    setAnswer(await sendNudge(at, action.id));
    setBusy(false);
  };
  return (
    <section className="card" aria-labelledby="nudge-now">
      <h2 id="nudge-now">{words('nudge.title')}</h2>
      {action.snoozed ? (
        <p>{words('nudge.asleep', { date: date(action.snoozed.until) })}</p>
      ) : (
        <>
          <p>{words('nudge.about')}</p>
          <button type="button" className="plain" aria-disabled={busy} onClick={() => void nudge()}>
            {words('nudge.do')}
          </button>
          {answer && 'failure' in answer && <p role="alert">{sentenceOf(answer.failure, say)}</p>}
          <div role="status">
            {busy && <p className="late">{words('nudge.busy')}</p>}
            {answer && 'value' in answer && (
              <ul className="plainly">
                {answer.value.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        </>
      )}
    </section>
  );
}
