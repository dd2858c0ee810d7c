import type { MeetingsPage, PlanStep } from '../../bot/contracts/meetings-api.ts';
import { useMeetingsWords } from './meetings-words.ts';
import './plan-list.css';
import { useWhen } from './when.ts';

/** Everything that happens until a meeting and right after it, in its order. */
export function PlanList({
  plan,
  page: { zone, today },
}: {
  readonly plan: readonly PlanStep[];
  readonly page: Pick<MeetingsPage, 'zone' | 'today'>;
}) {
  const words = useMeetingsWords();
  const { moment } = useWhen(zone);
  return (
    <ol className="until" aria-label={words('plan.until')}>
      {plan.map(({ is, day, at }, place) => (
        <li key={place} data-step={is}>
          <span>
            {words(`step.${is}`)}
            {day < today && <span className="quiet"> {words('plan.over')}</span>}
          </span>
          <span className="quiet">{moment(day, at)}</span>
        </li>
      ))}
    </ol>
  );
}
