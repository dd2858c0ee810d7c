import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { MatrixResults } from '../../bot/contracts/results.ts';
import type { ChangeSince } from '../change-since.ts';
import { pairLink } from '../pair-link.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { ArrowLink } from './arrow-link.tsx';
import { arrowsOf, nameOf } from './arrows.ts';
import { curveBetween } from './curve.ts';
import { LineLegend } from './line-legend.tsx';
import { Nodes, NumberKey } from './nodes.tsx';
import { type Ring, ringOf } from './ring.ts';
import { placeAfter } from './roving.ts';
import { useWidth } from './use-width.ts';
import './picture.css';

/** From here on the reader may look at one organisation's arrows alone. */
const manyOrganisations = 5;
/** More values than this would lie upon each other; in a narrow picture, fewer have room. */
const mostValues = { named: 30, numbered: 12 };

interface Props {
  readonly results: MatrixResults;
  readonly organisations: readonly Organisation[];
  readonly changed: ChangeSince;
}

/** Organisations as nodes, two arrows per pair. The matrix is its table: the same values in the same order. */
export function NetworkPicture({ results, organisations, changed }: Props) {
  const reader = useReader();
  const { say } = reader;
  const { of, width } = useWidth();
  const [chosen, choose] = useState('');
  const [read, setRead] = useState<string>();
  const whose = useId();
  const all = arrowsOf(organisations, results);
  const at = organisations.findIndex(({ id }) => id === chosen);
  const arrows = at < 0 ? all : all.filter(({ from, to }) => from === at || to === at);
  const named = arrows.map((arrow) => ({ ...arrow, name: nameOf(arrow, organisations, results, changed, reader) }));
  const many = organisations.length >= manyOrganisations;
  const ring = ringOf(organisations.length, width);
  return (
    <>
      <LineLegend hidden={all.some(({ cell }) => !cell || 'hidden' in cell)} />
      {many && (
        <p className="whose">
          <label htmlFor={whose}>{say('picture.whose')}</label>
          <select
            id={whose}
            value={chosen}
            onChange={({ target }) => {
              choose(target.value);
            }}
          >
            <option value="">{say('picture.all')}</option>
            {organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      <div className="net" ref={of} style={{ blockSize: ring.height }}>
        {width > 0 && (
          <>
            <Arrows arrows={named} organisations={organisations} ring={ring} tell={setRead} />
            <Nodes ring={ring} organisations={organisations} chosen={chosen} choose={many ? choose : undefined} />
          </>
        )}
      </div>
      {ring.round && <NumberKey organisations={organisations} />}
      {/* The ear hears the name of the arrow itself. */}
      <p className="reading" aria-hidden="true">
        {read ?? say('picture.hint')}
      </p>
    </>
  );
}

function Arrows({
  arrows,
  organisations,
  ring,
  tell,
}: {
  readonly arrows: readonly (ReturnType<typeof arrowsOf>[number] & { readonly name: string })[];
  readonly organisations: readonly Organisation[];
  readonly ring: Ring;
  readonly tell: (name: string | undefined) => void;
}) {
  const { say } = useReader();
  const [stop, setStop] = useState('');
  const picture = useRef<SVGSVGElement>(null);
  const found = arrows.findIndex(({ key }) => key === stop);
  const current = found < 0 ? 0 : found;
  const valued = arrows.length <= (ring.round ? mostValues.numbered : mostValues.named);
  const move = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : placeAfter(event.key, current, arrows.length);
    if (next === undefined) return;
    event.preventDefault();
    picture.current?.querySelectorAll<SVGAElement>('a.arrow').item(next).focus();
  };
  const hint = useId();
  const quiet = () => {
    tell(undefined);
  };
  const { width, height, nodes } = ring;
  return (
    <>
      <span id={hint} hidden>
        {say('picture.hint')}
      </span>
      <svg
        ref={picture}
        role="group"
        aria-labelledby="picture"
        aria-describedby={hint}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onKeyDown={move}
        onMouseLeave={quiet}
        onBlur={quiet}
      >
        {arrows.map(({ key, from, to, cell, name }, at) => {
          const [start, end] = [nodes[from], nodes[to]];
          if (!start || !end) return null;
          const read = () => {
            tell(name);
          };
          return (
            <ArrowLink
              key={key}
              curve={curveBetween(start, end, ring)}
              cell={cell}
              name={name}
              href={pairLink(organisations, organisations[from]?.id ?? '', organisations[to]?.id ?? '')}
              valued={valued}
              tabIndex={at === current ? 0 : -1}
              onMouseEnter={read}
              onFocus={() => {
                setStop(key);
                read();
              }}
            />
          );
        })}
      </svg>
    </>
  );
}
