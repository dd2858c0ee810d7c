import { type SyntheticEvent, useState } from 'react';
import type { RoundDesk, RoundWish } from '../../bot/contracts/manage-api.ts';
import { Confirm } from '../confirm.tsx';
import { useManageWords } from './manage-words.ts';
import type { Organisation } from './organisations.tsx';
import { PlanFields } from './plan-fields.tsx';
import { PlanView } from './plan-view.tsx';

export type Plan = Extract<RoundDesk, { is: 'plan' }>;

interface Props {
  readonly plan: Plan;
  readonly organisations: readonly Organisation[];
  readonly busy: boolean;
  readonly ask: (wish: RoundWish) => void;
  readonly launch: () => void;
}

/** What is wished for, the plan that makes of it, and the launch of that plan and no other. */
export function PlanDesk({ plan, organisations, busy, ask, launch }: Props) {
  const words = useManageWords();
  const [wish, setWish] = useState<RoundWish>(plan.wish);
  const asShown = JSON.stringify(wish) === JSON.stringify(plan.wish);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) ask(wish);
  };
  return (
    <>
      <section className="card" aria-labelledby="manage-plan">
        <h2 id="manage-plan">{words('plan.title')}</h2>
        <form onSubmit={submit} noValidate>
          <PlanFields wish={wish} plan={plan} change={setWish} />
          <div className="buttons">
            <button type="submit" className={asShown ? 'plain' : 'button'} aria-disabled={busy}>
              {words('plan.show')}
            </button>
            <span role="status">{busy && <span className="late">{words('plan.busy')}</span>}</span>
          </div>
        </form>
      </section>
      <section className="card" aria-labelledby="manage-preview">
        <h2 id="manage-preview">{words('plan.preview')}</h2>
        {asShown ? <PlanView plan={plan} organisations={organisations} /> : <p role="status">{words('plan.changed')}</p>}
        {asShown && plan.obstacle === null && (
          <Confirm
            label={words('plan.launch')}
            question={words('plan.launch.sure')}
            yes={words('plan.launch.yes')}
            no={words('form.no')}
            deed={launch}
            busy={busy}
            primary
          />
        )}
      </section>
    </>
  );
}
