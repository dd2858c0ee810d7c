import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import type { Ring } from './ring.ts';

/** The organisations over the lines. In a large network, pressing one leaves only its own arrows. */
export function Nodes({
  ring: { nodes, halfWidth, halfHeight, round },
  organisations,
  chosen,
  choose,
}: {
  readonly ring: Ring;
  readonly organisations: readonly Organisation[];
  readonly chosen: string;
  /** Absent where the few arrows need no choice. */
  readonly choose: ((id: string) => void) | undefined;
}) {
  return organisations.map(({ id, name }, at) => {
    const { x = 0, y = 0 } = nodes[at] ?? {};
    const look = {
      className: 'node',
      'data-round': round || undefined,
      style: {
        insetInlineStart: x - halfWidth,
        insetBlockStart: y - halfHeight,
        inlineSize: 2 * halfWidth,
        blockSize: 2 * halfHeight,
      },
    };
    const word = <span title={name}>{round ? at + 1 : name}</span>;
    if (!choose)
      return (
        <div key={id} aria-hidden="true" {...look}>
          {word}
        </div>
      );
    const press = () => {
      choose(chosen === id ? '' : id);
    };
    // Not a stop for Tab: the list above the picture does the same, in one stop.
    return (
      <button key={id} type="button" tabIndex={-1} aria-pressed={chosen === id} aria-label={name} onClick={press} {...look}>
        {word}
      </button>
    );
  });
}

/** Whose number is whose, where names have no room beside the lines. */
export function NumberKey({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const { say } = useReader();
  return (
    <ol className="numbers" aria-label={say('picture.numbers')}>
      {organisations.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ol>
  );
}
