import type { ReactNode } from 'react';
import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';
import { Table } from '../table.tsx';
import { RoundName } from './round-name.tsx';
import { useTimelineWords } from './timeline-words.ts';

/** A row for each question, a column for each round, side by side in the order in which they closed. */
export function OverRounds<Round extends RoundOnTimeline, Row extends string>({
  rounds,
  rows,
  head,
  caption,
  nameOf,
  children,
}: {
  readonly rounds: readonly Round[];
  readonly rows: readonly Row[];
  readonly head: string;
  readonly caption: string;
  readonly nameOf: (row: Row) => string;
  readonly children: (round: Round, row: Row) => ReactNode;
}) {
  const words = useTimelineWords();
  return (
    <Table caption={caption} className="named overRounds">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {rounds.map((round) => (
            <th key={round.round} scope="col">
              <RoundName round={round} dated />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{nameOf(row)}</th>
            {rounds.map((round) => (
              <td key={round.round} data-head={words('timeline.round', { round: round.round })}>
                {children(round, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
