import { type KeyboardEvent, memo, type SyntheticEvent, useId, useRef, useState } from 'react';
import { usePairLink } from '../pair-link.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { ArrowLink, Value } from './arrow-link.tsx';
import { type Arrow, manyLines } from './arrows.ts';
import type { Curve } from './curve.ts';
import type { Ring } from './ring.ts';
import { placeAfter } from './roving.ts';

/** More values than this would lie upon each other; in a narrow picture, fewer have room. */
const mostValues = { named: 30, numbered: 12 };

/** The arrows as links: one stop for Tab, the arrow keys from one to the next. `read`: the one under the pointer or the focus. */
export const Arrows = memo(function Arrows({
  arrows,
  organisations,
  ring,
  read,
  setRead,
}: {
  readonly arrows: readonly (Arrow & { readonly name: string; readonly curve: Curve })[];
  readonly organisations: readonly Organisation[];
  readonly ring: Ring;
  readonly read: string | undefined;
  readonly setRead: (key: string | undefined) => void;
}) {
  const { say } = useReader();
  const link = usePairLink(organisations);
  const [stop, setStop] = useState('');
  const picture = useRef<SVGSVGElement>(null);
  const hint = useId();
  const found = arrows.findIndex(({ key }) => key === stop);
  const current = found < 0 ? 0 : found;
  const valued = arrows.length <= (ring.round ? mostValues.numbered : mostValues.named);
  const { width, height } = ring;
  const move = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : placeAfter(event.key, current, arrows.length);
    if (next === undefined) return;
    event.preventDefault();
    picture.current?.querySelectorAll<SVGAElement>('a.arrow').item(next).focus();
  };
  const keyOf = ({ target }: SyntheticEvent) => (target as Element).closest('a.arrow')?.getAttribute('data-key') ?? undefined;
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
        data-many={arrows.length > manyLines || undefined}
        data-reading={read !== undefined || undefined}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onKeyDown={move}
        onMouseOver={(event) => {
          setRead(keyOf(event));
        }}
        onMouseLeave={readNone}
        onBlur={readNone}
        onFocus={(event) => {
          setStop(keyOf(event) ?? '');
          setRead(keyOf(event));
        }}
      >
        {arrows.map(({ key, from, to, cell, name, curve }, at) => (
          <ArrowLink
            key={key}
            id={key}
            curve={curve}
            cell={cell}
            read={read === key}
            name={name}
            href={link(organisations[from]?.id ?? '', organisations[to]?.id ?? '')}
            valued={valued}
            tabIndex={at === current ? 0 : -1}
          />
        ))}
        {valued && arrows.map(({ key, cell, curve }) => <Value key={key} curve={curve} cell={cell} read={read === key} />)}
      </svg>
    </>
  );
});
