import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';
import { useMethodWords } from '../method/method-words.ts';
import { practices, useWording } from '../method/questions.ts';
import { fewestForTrend } from './chart.ts';
import { ItemBar } from './item-bar.tsx';
import { OverRounds } from './over-rounds.tsx';
import { useTimelineWords } from './timeline-words.ts';

type PracticesRound = Extract<RoundOnTimeline, { instrument: 'six practices' }>;

/** Each practice with a small bar for every round that asked about it. */
export function Practices({ rounds }: { readonly rounds: readonly PracticesRound[] }) {
  const words = useTimelineWords();
  const method = useMethodWords();
  const wording = useWording();
  if (rounds.length === 0) return null;
  return (
    <section className="card" aria-labelledby="practices">
      <h2 id="practices">{words('timeline.practices')}</h2>
      {rounds.length < fewestForTrend && (
        <p className="note">{words(rounds.length === 1 ? 'timeline.practices.few' : 'timeline.practices.two')}</p>
      )}
      <OverRounds
        rounds={rounds}
        rows={practices}
        head={method('whole.statement')}
        caption={words('timeline.practices.caption')}
        nameOf={wording}
      >
        {(round, row) => <ItemBar item={round.items[row]} k={round.k} />}
      </OverRounds>
    </section>
  );
}
