import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';
import { OutcomeMark } from '../whole/outcome-mark.tsx';
import { fewestForTrend } from './chart.ts';
import { OverRounds } from './over-rounds.tsx';
import { useTimelineWords } from './timeline-words.ts';

type CheckBackRound = Extract<RoundOnTimeline, { instrument: 'check-back' }>;

/** The words each outcome was last asked about in, by its number; in the order in which they first came up. */
const outcomesIn = (rounds: readonly CheckBackRound[]): ReadonlyMap<string, string> =>
  new Map(rounds.flatMap(({ outcomes }) => outcomes.map(({ outcome, text }) => [String(outcome), text] as const)));

/** How far each outcome was, check-back by check-back. */
export function CheckBacks({ rounds }: { readonly rounds: readonly CheckBackRound[] }) {
  const words = useTimelineWords();
  if (rounds.length === 0) return null;
  const texts = outcomesIn(rounds);
  return (
    <section className="card" aria-labelledby="checkBacks">
      <h2 id="checkBacks">{words('timeline.outcomes')}</h2>
      {rounds.length < fewestForTrend && (
        <p className="note">{words(rounds.length === 1 ? 'timeline.outcomes.few' : 'timeline.outcomes.two')}</p>
      )}
      <OverRounds
        rounds={rounds}
        rows={[...texts.keys()]}
        head={words('timeline.outcome')}
        caption={words('timeline.outcomes.caption')}
        nameOf={(row) => texts.get(row) ?? row}
      >
        {({ outcomes, items, k }, row) => {
          const asked = outcomes.find(({ outcome }) => String(outcome) === row);
          if (asked === undefined) return words('timeline.outcomes.notAsked');
          return <OutcomeMark found={items[asked.id]} k={k} />;
        }}
      </OverRounds>
    </section>
  );
}
