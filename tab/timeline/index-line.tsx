import { useMemo } from 'react';
import { useReader } from '../reader.ts';
import { useWidth } from '../picture/use-width.ts';
import { type Chart, chartOf, type Column, indexOf, type RelationalRound } from './chart.ts';
import { nameOfLine } from './sentences.ts';
import { useTimelineWords } from './timeline-words.ts';

/** The network index as points and lines. The table under it holds the same; what scrolls can be scrolled by keyboard. */
export function IndexLine({ rounds }: { readonly rounds: readonly RelationalRound[] }) {
  const reader = useReader();
  const words = useTimelineWords();
  const { of, width } = useWidth();
  const chart = useMemo(() => chartOf(rounds, width), [rounds, width]);
  const name = nameOfLine(rounds, words, reader);
  const scrolls = chart.width > width && { role: 'region', tabIndex: 0, 'aria-label': words('timeline.chart.line') };
  return (
    <>
      <p className="quiet">{words('timeline.chart.step')}</p>
      <Shapes imported={rounds.some(({ imported }) => imported)} />
      <div ref={of} className="indexLine">
        {width > 0 && (
          <div className="scroll" {...scrolls}>
            <Drawing chart={chart} name={name} />
          </div>
        )}
      </div>
    </>
  );
}

const Mark = ({ imported, x, y }: { readonly imported: boolean; readonly x: number; readonly y: number }) =>
  imported ? (
    <path className="point" data-imported d={`M${x} ${y - 8}l8 8l-8 8l-8 -8z`} />
  ) : (
    <circle className="point" cx={x} cy={y} r={6} />
  );

/** A dot was held here, a hollow diamond elsewhere. */
function Shapes({ imported }: { readonly imported: boolean }) {
  const { say } = useReader();
  const words = useTimelineWords();
  if (!imported) return null;
  return (
    <ul className="shapes">
      {([false, true] as const).map((elsewhere) => (
        <li key={String(elsewhere)}>
          <svg className="mark" viewBox="0 0 20 20" width={20} height={20} aria-hidden="true">
            <Mark imported={elsewhere} x={10} y={10} />
          </svg>
          {elsewhere ? say('results.imported') : words('timeline.chart.here')}
        </li>
      ))}
    </ul>
  );
}

function Drawing({ chart, name }: { readonly chart: Chart; readonly name: string }) {
  const { month } = useReader();
  const words = useTimelineWords();
  const { width, height, left, right, levels, columns, joins } = chart;
  const foot = levels[0]?.y ?? height;
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {levels.map(({ value, y }) => (
        <g key={value}>
          <line className="level" x1={left} x2={right} y1={y} y2={y} />
          <text className="scale" x={left - 10} y={y}>
            {value}
          </text>
        </g>
      ))}
      {joins.map(({ from, to }) => (
        <line key={to.round.round} className="join" x1={from.x} y1={from.y ?? 0} x2={to.x} y2={to.y ?? 0} />
      ))}
      {columns.map((column) => (
        <g key={column.round.round}>
          <Value column={column} foot={foot} />
          <text x={column.x} y={foot + 20}>
            {words('timeline.round', { round: column.round.round })}
          </text>
          <text className="when" x={column.x} y={foot + 38}>
            {month(column.round.closed)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The point with its number above; where there is none, the word that says so at the foot. */
function Value({ column: { round, x, y }, foot }: { readonly column: Column; readonly foot: number }) {
  const { say, number } = useReader();
  const words = useTimelineWords();
  const index = indexOf(round);
  if (index === null || y === null)
    return (
      <text className="unseen" x={x} y={foot - 10}>
        {round.mode === 'pooled' ? words('timeline.chart.pooled') : say('hidden')}
      </text>
    );
  return (
    <>
      <Mark imported={round.imported} x={x} y={y} />
      <text className="number" x={x} y={y - 18}>
        {number(index)}
      </text>
    </>
  );
}
