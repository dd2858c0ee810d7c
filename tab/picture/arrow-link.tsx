import { shapes, symbolOf } from '../band.ts';
import { useReader } from '../reader.ts';
import type { Cell } from '../relations.ts';
import type { Curve } from './curve.ts';

const chip = { width: 48, height: 20, icon: 12 };

/** One arrow as a link. `valued`: its value stands on it. */
export function ArrowLink({
  curve: { line, head, label },
  cell,
  name,
  href,
  valued,
  ...rest
}: {
  readonly curve: Curve;
  readonly cell: Cell | undefined;
  readonly name: string;
  readonly href: string;
  readonly valued: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onMouseEnter: () => void;
}) {
  const kind = cell && 'band' in cell ? cell.band : 'hidden';
  return (
    <a href={href} aria-label={name} className="arrow" data-line={kind} {...rest}>
      <path className="ring" d={line} />
      <path className="gap" d={line} />
      <path className="line" d={line} />
      <path className="head" d={head} />
      {valued && (
        <g transform={`translate(${label.x.toFixed(1)} ${label.y.toFixed(1)})`} className="value">
          <Value cell={cell} />
        </g>
      )}
    </a>
  );
}

function Value({ cell }: { readonly cell: Cell | undefined }) {
  const { say, number } = useReader();
  const { width, height, icon } = chip;
  const box = <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={4} />;
  if (!cell || 'hidden' in cell)
    return (
      <>
        {box}
        <text className="unseen">{say('hidden')}</text>
      </>
    );
  return (
    <>
      {box}
      <svg viewBox="0 0 16 16" x={4 - width / 2} y={-icon / 2} width={icon} height={icon} aria-hidden="true">
        <path d={shapes[symbolOf[cell.band]]} fillRule="evenodd" />
      </svg>
      <text x={7}>{number(cell.index)}</text>
    </>
  );
}
