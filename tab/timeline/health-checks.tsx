import type { HealthCheckResults } from '../../bot/contracts/results.ts';
import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';
import { Hidden } from '../cell.tsx';
import { useMethodWords } from '../method/method-words.ts';
import { useReader } from '../reader.ts';
import { Bar } from '../whole/bar.tsx';
import '../whole/whole.css';
import { fewestForTrend } from './chart.ts';
import { OverRounds } from './over-rounds.tsx';
import { useTimelineWords } from './timeline-words.ts';

type HealthCheckRound = Extract<RoundOnTimeline, { instrument: 'health check' }>;

/** The four that are read together; power is a question of our own, with a place of its own. */
const four = ['goals', 'ties', 'steering', 'rules'] as const;

/** Four bars for each health check, side by side over time, each with its word. */
export function HealthChecks({ rounds }: { readonly rounds: readonly HealthCheckRound[] }) {
  const words = useTimelineWords();
  const method = useMethodWords();
  if (rounds.length === 0) return null;
  const power = rounds.some(({ dimensions }) => 'value' in dimensions.power);
  const shared = { rounds, head: method('whole.dimension'), nameOf: (row: Dimension) => method(`method.dimension.${row}`) };
  return (
    <section className="card" aria-labelledby="healthChecks">
      <h2 id="healthChecks">{words('timeline.health')}</h2>
      {rounds.length < fewestForTrend && (
        <p className="note">{words(rounds.length === 1 ? 'timeline.health.few' : 'timeline.health.two')}</p>
      )}
      <OverRounds {...shared} rows={four} caption={words('timeline.health.caption')}>
        {(round, row) => <Reached dimension={round.dimensions[row]} k={round.k} />}
      </OverRounds>
      {power && (
        <>
          <h3>{words('timeline.power')}</h3>
          <OverRounds {...shared} rows={['power'] as const} caption={words('timeline.power.caption')}>
            {(round) => <Reached dimension={round.dimensions.power} k={round.k} />}
          </OverRounds>
        </>
      )}
    </section>
  );
}

type Dimension = keyof HealthCheckResults['dimensions'];

function Reached({ dimension, k }: { readonly dimension: HealthCheckResults['dimensions'][Dimension]; readonly k: number }) {
  const { say } = useReader();
  const method = useMethodWords();
  if ('hidden' in dimension)
    return (
      <span className="hidden">
        <Hidden reason={say('hidden.reason', { k })} />
      </span>
    );
  return (
    <>
      <Bar value={dimension.value} top={3} decimals={2} /> <span className="word">{method(`whole.word.${dimension.word}`)}</span>
    </>
  );
}
