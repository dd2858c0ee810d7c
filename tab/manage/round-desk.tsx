import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { useManageWords } from './manage-words.ts';
import { OpenDesk } from './open-desk.tsx';
import { PlanDesk } from './plan-desk.tsx';
import { useDesk } from './use-desk.ts';
import type { AtDesk } from './use-set-up.ts';

/** For integration managers: plan, launch and close. */
export function RoundDeskView({ at }: { readonly at: AtDesk }) {
  const words = useManageWords();
  const { say } = useReader();
  const { found, closed, failure, busy, ask, launch, close } = useDesk(at.desk, at.stored);
  return (
    <>
      <div role="status">
        {closed && (
          <div className="note">
            <p>
              <strong>{words('closed.title', { round: closed.round })}</strong>
            </p>
            <p>{words(`closed.${closed.outcome}`)}</p>
          </div>
        )}
        {!found && busy && <p className="late">{say('start.loading')}</p>}
      </div>
      {failure && (
        <p role="alert">
          {sentenceOf(failure, say)}{' '}
          {!found && (
            <button type="button" className="plain" onClick={() => void ask()}>
              {say('again')}
            </button>
          )}
        </p>
      )}
      {found?.is === 'open' && <OpenDesk open={found} busy={busy} close={() => void close(found.round)} />}
      {found?.is === 'plan' && (
        <PlanDesk
          plan={found}
          organisations={at.setUp.organisations}
          busy={busy}
          ask={(wish) => void ask(wish)}
          launch={() => void launch(found)}
        />
      )}
    </>
  );
}
