import type { Summary } from '../../bot/contracts/summary-api.ts';
import { useReader } from '../reader.ts';
import { PartView } from './part-view.tsx';
import { partsOf } from './parts.ts';

const steps = ['talk', 'tests', 'kept'] as const;

/** From what we are here for to what has become usual: read from top to bottom, then from left to right. */
export function PlanPicture({ summary }: { readonly summary: Summary }) {
  const parts = partsOf(useReader(), summary);
  return (
    <div className="whole-plan">
      <PartView name="outcomes" part={parts.outcomes} />
      <div className="onwards">
        {steps.map((name) => (
          <PartView key={name} name={name} part={parts[name]} />
        ))}
      </div>
    </div>
  );
}
