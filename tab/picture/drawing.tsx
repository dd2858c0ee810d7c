import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { pairLink } from '../pair-link.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { ArrowLink, Value } from './arrow-link.tsx';
import { type Arrow, manyLines } from './arrows.ts';
import { curveBetween } from './curve.ts';
import type { Ring } from './ring.ts';
import { placeAfter } from './roving.ts';

/** More values than this would lie upon each other; in a narrow picture, fewer have room. */
const mostValues = { named: 30, numbered: 12 };

/** The arrows as links: one stop for Tab, the arrow keys from one to the next. `read`: the one under the pointer or the focus. */
export function Arrows({
  arrows,
  organisations,
  ring,
  read,
  setRead,
}: {
  readonly arrows: readonly (Arrow & { readonly name: string })[];
  readonly organisations: readonly Organisation[];
  readonly ring: Ring;
  readonly read: string | undefined;
  readonly setRead: (key: string | undefined) => void;
}) {
  const { say } = useReader();
  const [stop, setStop] = useState('');
  const picture = useRef<SVGSVGElement>(null);
  const hint = useId();
  const found = arrows.findIndex(({ key }) => key === stop);
  const current = found < 0 ? 0 : found;
  const valued = arrows.length <= (ring.round ? mostValues.numbered : mostValues.named);
  const { width, height, nodes } = ring;
  const drawn = arrows.flatMap((arrow) => {
    const [from, to] = [nodes[arrow.from], nodes[arrow.to]];
    const dim = read !== undefined && read !== arrow.key;
    return from && to ? [{ ...arrow, dim, curve: curveBetween(from, to, ring) }] : [];
  });
  const move = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : placeAfter(event.key, current, arrows.length);
    if (next === undefined) return;
    event.preventDefault();
    picture.current?.querySelectorAll<SVGAElement>('a.arrow').item(next).focus();
  };
  const readNone = () => {
    setRead(undefined);
  };
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
        data-many={drawn.length > manyLines || undefined}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onKeyDown={move}
        onMouseLeave={readNone}
        onBlur={readNone}
      >
        {drawn.map(({ key, from, to, cell, name, curve, dim }, at) => (
          <ArrowLink
            key={key}
            curve={curve}
            cell={cell}
            dim={dim}
            name={name}
            href={pairLink(organisations, organisations[from]?.id ?? '', organisations[to]?.id ?? '')}
            valued={valued}
            tabIndex={at === current ? 0 : -1}
            onMouseEnter={() => {
              setRead(key);
            }}
            onFocus={() => {
              setStop(key);
              setRead(key);
            }}
          />
        ))}
        {valued && drawn.map(({ key, cell, curve, dim }) => <Value key={key} curve={curve} cell={cell} dim={dim} />)}
      </svg>
    </>
  );
}
