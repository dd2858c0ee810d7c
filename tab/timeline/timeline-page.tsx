import { useEffect, useRef, useState } from 'react';
import type { RoundOnTimeline, Timeline } from '../../bot/contracts/timeline-api.ts';
import { audienceOf } from '../audience.ts';
import { BackLink } from '../notice.tsx';
import { roundPlace, timelinePlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { ShareDoor } from '../share-door.tsx';
import { Columns, Table } from '../table.tsx';
import { CheckBacks } from './check-backs.tsx';
import { CheckOuts } from './check-outs.tsx';
import { HealthChecks } from './health-checks.tsx';
import { NetworkOverTime } from './network-over-time.tsx';
import { Practices } from './practices.tsx';
import { RoundName } from './round-name.tsx';
import { useTimelineWords } from './timeline-words.ts';

const of = <Name extends RoundOnTimeline['instrument']>(rounds: readonly RoundOnTimeline[], instrument: Name) =>
  rounds.filter((round): round is Extract<RoundOnTimeline, { instrument: Name }> => round.instrument === instrument);

/** @param from the round whose page the reader comes back from */
export function TimelinePage({
  timeline: { rounds, checkOuts },
  from,
}: {
  readonly timeline: Timeline;
  readonly from: number | undefined;
}) {
  const words = useTimelineWords();
  const title = useRef<HTMLHeadingElement>(null);
  // Once, on arrival: what comes later must not take the focus away.
  const [cameFrom] = useState(from);
  useEffect(() => {
    const left = cameFrom === undefined ? null : document.querySelector<HTMLElement>(`a[href="#${roundPlace(cameFrom)}"]`);
    (left ?? title.current)?.focus();
    if (!left) scrollTo(0, 0);
  }, [cameFrom]);
  return (
    <main className="page">
      <header className="purpose">
        <p className="aside">
          <BackLink />
          <ShareDoor place={timelinePlace} label={words('timeline.title')} />
        </p>
        <h1 ref={title} tabIndex={-1}>
          {words('timeline.title')}
        </h1>
        <p>{words(rounds.length > 0 ? 'timeline.intro' : 'timeline.none')}</p>
      </header>
      {rounds.length > 0 && <AllRounds rounds={rounds} />}
      <NetworkOverTime rounds={of(rounds, 'relational')} />
      <CheckBacks rounds={of(rounds, 'check-back')} />
      <HealthChecks rounds={of(rounds, 'health check')} />
      <Practices rounds={of(rounds, 'six practices')} />
      <CheckOuts meetings={checkOuts} />
    </main>
  );
}

function AllRounds({ rounds }: { readonly rounds: readonly RoundOnTimeline[] }) {
  const { say, day } = useReader();
  const words = useTimelineWords();
  return (
    <section className="card" aria-labelledby="rounds">
      <h2 id="rounds">{words('timeline.rounds')}</h2>
      <Table caption={words('timeline.rounds.caption')} className="named">
        <Columns
          names={(['round', 'about', 'closed', 'asked', 'k'] as const).map((column) => words(`timeline.column.${column}`))}
        />
        <tbody>
          {rounds.map((round) => (
            <tr key={round.round}>
              <th scope="row">
                <RoundName round={round} />
              </th>
              <td data-head={words('timeline.column.about')}>{words(`timeline.about.${aboutOf(round)}`)}</td>
              <td data-head={words('timeline.column.closed')}>{day(round.closed)}</td>
              <td data-head={words('timeline.column.asked')}>{audienceOf(round.audience, say)}</td>
              <td data-head={words('timeline.column.k')}>{round.k}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

const aboutOf = (round: RoundOnTimeline) =>
  round.instrument === 'relational' && round.form === 'short' ? 'short' : round.instrument;
