import type { Summary } from '../../bot/contracts/summary-api.ts';
import { useReader } from '../reader.ts';
import { PartView } from './part-view.tsx';
import { partsOf } from './parts.ts';
import { useSummaryWords } from './summary-words.ts';

const order = ['outcomes', 'works', 'talk', 'index', 'meetings', 'actions', 'kept'] as const;

/** What a sponsor reads in a minute; one page of paper. */
export function OnePage({ summary }: { readonly summary: Summary }) {
  const reader = useReader();
  const words = useSummaryWords();
  const parts = partsOf(reader, summary);
  return (
    <>
      <div className="parts">
        {order.map((name) => (
          <PartView key={name} name={name} part={parts[name]} />
        ))}
      </div>
      <p className="quiet">{words('foot', { day: reader.date(summary.today) })}</p>
    </>
  );
}
