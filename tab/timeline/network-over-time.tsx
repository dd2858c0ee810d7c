import { useMemo } from 'react';
import { Hidden } from '../cell.tsx';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { fewestForTrend, gapsOf, indexOf, type RelationalRound } from './chart.ts';
import { IndexLine } from './index-line.tsx';
import { RoundName } from './round-name.tsx';
import { sentenceOfGap } from './sentences.ts';
import { useTimelineWords } from './timeline-words.ts';

/** The rounds about relations: their index as a line from three on, and every number of it in the table. */
export function NetworkOverTime({ rounds }: { readonly rounds: readonly RelationalRound[] }) {
  const { say } = useReader();
  const words = useTimelineWords();
  const gaps = useMemo(() => gapsOf(rounds), [rounds]);
  if (rounds.length === 0) return null;
  const count = rounds.filter((round) => indexOf(round) !== null).length;
  return (
    <section className="card" aria-labelledby="networks">
      <h2 id="networks">{words('timeline.network')}</h2>
      {count >= fewestForTrend ? (
        <>
          <IndexLine rounds={rounds} />
          {gaps.map((gap, at) => (
            <p key={at} className="note">
              {sentenceOfGap(gap, words, say)}
            </p>
          ))}
        </>
      ) : (
        <p className="note">{count === 0 ? words('timeline.network.none') : words('timeline.network.few', { count })}</p>
      )}
      <Numbers rounds={rounds} />
    </section>
  );
}

function Numbers({ rounds }: { readonly rounds: readonly RelationalRound[] }) {
  const { say } = useReader();
  const words = useTimelineWords();
  const names = [
    words('timeline.column.round'),
    ...(['index', 'coverage', 'strong', 'reciprocity'] as const).map((name) => say(`network.${name}`)),
    words('timeline.network.change'),
  ];
  return (
    <Table caption={words('timeline.network.caption')} className="named">
      <Columns names={names} />
      <tbody>
        {rounds.map((round) => (
          <tr key={round.round}>
            <th scope="row">
              <RoundName round={round} dated />
            </th>
            <Network round={round} names={names} />
            <td data-head={names.at(-1)}>
              {round.change
                ? words('timeline.network.since', {
                    round: round.change.since,
                    label: say(`change.label.${round.change.label}`).toLocaleLowerCase(),
                  })
                : words('timeline.network.first')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Network({ round, names }: { readonly round: RelationalRound; readonly names: readonly string[] }) {
  const { say, number, share } = useReader();
  const words = useTimelineWords();
  if (round.mode === 'pooled')
    return (
      <td className="hidden" colSpan={4} data-head={names[1]}>
        {words('timeline.network.pooled')}
      </td>
    );
  const { index, publishedCells, possibleCells, strongTieDensity, reciprocity } = round.network;
  const none = <Hidden reason={say('hidden.noCell')} />;
  return (
    <>
      <td data-head={names[1]} className={index === null ? 'hidden' : undefined}>
        {index === null ? none : <strong>{number(index)}</strong>}
      </td>
      <td data-head={names[2]}>{say('network.coverage.value', { published: publishedCells, possible: possibleCells })}</td>
      <td data-head={names[3]} className={strongTieDensity === null ? 'hidden' : undefined}>
        {strongTieDensity === null ? none : share(strongTieDensity)}
      </td>
      <td data-head={names[4]} className={reciprocity === null ? 'hidden' : undefined}>
        {reciprocity === null ? words('timeline.network.noStrong') : share(reciprocity)}
      </td>
    </>
  );
}
