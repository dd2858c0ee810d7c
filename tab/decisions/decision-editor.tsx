import type { DecisionChange, MeetingsPage } from '../../bot/contracts/meetings-api.ts';
import type { Fetched } from '../api.ts';
import { useDecisionsWords } from './decisions-words.ts';
import './decisions.css';
import { NewDecision } from './new-decision.tsx';
import { WrittenDecision } from './written-decision.tsx';

export type Decision = MeetingsPage['meetings'][number]['decisions'][number];

/** What a meeting decided, and whoever may write it down. */
export interface Decided {
  readonly decisions: readonly Decision[];
  readonly limits: MeetingsPage['limits'];
  /** Which meeting of whose channel: what is typed is kept for it, on whichever page. */
  readonly at: { readonly channel: string; readonly meeting: number };
  /** Shows what came of it, also where somebody else was faster. */
  readonly send: (change: DecisionChange) => Promise<Fetched<unknown>>;
}

/** The one place where decisions are written, mended and taken out, at the meeting and afterwards. `folded`: a new one is written behind one press. */
export function DecisionEditor({
  of,
  mayChange,
  folded = false,
}: {
  readonly of: Decided;
  readonly mayChange: boolean;
  readonly folded?: boolean;
}) {
  const words = useDecisionsWords();
  const { decisions, limits } = of;
  return (
    <div className="decisions">
      {decisions.length === 0 ? (
        <p>{words('none')}</p>
      ) : (
        <ol>
          {decisions.map((decision) => (
            <li key={decision.id}>{mayChange ? <WrittenDecision decision={decision} of={of} /> : decision.text}</li>
          ))}
        </ol>
      )}
      {mayChange &&
        (decisions.length < limits.decisions ? (
          <NewDecision of={of} folded={folded} />
        ) : (
          <p className="quiet">{words('full', { most: limits.decisions })}</p>
        ))}
    </div>
  );
}
