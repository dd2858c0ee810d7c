import { memo } from 'react';
import { shapes, symbolOf } from '../band.ts';
import { useReader } from '../reader.ts';
import type { Cell } from '../relations.ts';
import type { Curve } from './curve.ts';

const box = { width: 48, height: 20 };
const icon = 12;
const boxAt = { x: -box.width / 2, y: -box.height / 2, ...box };

export type LineKind = 'strength' | 'discuss' | 'attention' | 'hidden';
export const lineOf = (cell: Cell | undefined): LineKind => (cell && 'band' in cell ? cell.band : 'hidden');

interface Look {
  readonly curve: Curve;
  readonly cell: Cell | undefined;
  /** It is under the pointer or the focus. */
  readonly read: boolean;
}

/** One arrow as a link. `valued`: its value will lie on it, and can be pressed too. Drawn anew only when it changes itself. */
export const ArrowLink = memo(function ArrowLink({
  id,
  curve: { line, head, label },
  cell,
  read,
  name,
  valued,
  ...link
}: Look & {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly valued: boolean;
  readonly tabIndex: number;
}) {
  return (
    <a aria-label={name} className="arrow" data-key={id} data-line={lineOf(cell)} data-read={read || undefined} {...link}>
      <path className="ring" d={line} />
      {read && <path className="gap" d={line} />}
      <path className="line" d={line} />
      <path className="head" d={head} />
      {valued && <rect className="reach" {...boxAt} x={label.x + boxAt.x} y={label.y + boxAt.y} />}
    </a>
  );
});

/** Symbol and value on an arrow, over all lines; for the eye, because the link has it in its name. */
export const Value = memo(function Value({ curve: { label }, cell, read }: Look) {
  const { say, number } = useReader();
  const shown = cell && 'band' in cell ? cell : undefined;
  return (
    <g
      transform={`translate(${label.x.toFixed(1)} ${label.y.toFixed(1)})`}
      className="value"
      data-line={lineOf(cell)}
      data-read={read || undefined}
      aria-hidden="true"
    >
      <rect {...boxAt} rx={4} />
      {shown ? (
        <>
          <svg viewBox="0 0 16 16" x={boxAt.x + 4} y={-icon / 2} width={icon} height={icon} aria-hidden="true">
            <path d={shapes[symbolOf[shown.band]]} fillRule="evenodd" />
          </svg>
          <text x={7}>{number(shown.index)}</text>
        </>
      ) : (
        <text className="unseen">{say('hidden')}</text>
      )}
    </g>
  );
});
