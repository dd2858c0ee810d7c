import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { MatrixResults } from '../../bot/contracts/results.ts';
import type { ChangeSince } from '../change-since.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { Arrows } from './drawing.tsx';
import { arrowsOf, manyLines, nameOf } from './arrows.ts';
import { LineLegend } from './line-legend.tsx';
import { Nodes, NumberKey } from './nodes.tsx';
import { curveBetween } from './curve.ts';
import { ringOf } from './ring.ts';
import { useWidth } from './use-width.ts';
import './picture.css';

/** From here on the reader may look at one organisation's arrows alone. */
const manyOrganisations = 5;

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
  const [choice, choose] = useState('');
  const [read, setRead] = useState<string>();
  const whose = useId();
  // What is read changes with every step of the pointer; the words and the drawing do not.
  const all = useMemo(
    () =>
      arrowsOf(organisations, results).map((arrow) => ({
        ...arrow,
        name: nameOf(arrow, organisations, results, changed, reader),
      })),
    [organisations, results, changed, reader],
  );
  const ring = useMemo(() => ringOf(organisations.length, width), [organisations.length, width]);
  const drawn = useMemo(
    () =>
      all.flatMap((arrow) => {
        const [from, to] = [ring.nodes[arrow.from], ring.nodes[arrow.to]];
        return from && to ? [{ ...arrow, curve: curveBetween(from, to, ring) }] : [];
      }),
    [all, ring],
  );
  const crowded = ring.round && all.length > manyLines;
  const chosen = choice === '' && crowded ? (organisations[0]?.id ?? '') : choice;
  const at = organisations.findIndex(({ id }) => id === chosen);
  // The press shows at once on the node; the drawing follows.
  const drawnAt = useDeferredValue(at);
  const arrows = useMemo(
    () => (drawnAt < 0 ? drawn : drawn.filter(({ from, to }) => from === drawnAt || to === drawnAt)),
    [drawn, drawnAt],
  );
  const many = organisations.length >= manyOrganisations;
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
            {!crowded && <option value="">{say('picture.all')}</option>}
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
            <Arrows arrows={arrows} organisations={organisations} ring={ring} read={read} setRead={setRead} />
            <Nodes ring={ring} organisations={organisations} chosen={chosen} choose={many ? choose : undefined} />
          </>
        )}
      </div>
      {ring.round && <NumberKey organisations={organisations} />}
      {/* The ear hears the name of the arrow itself. */}
      <p className="reading" aria-hidden="true">
        {arrows.find(({ key }) => key === read)?.name ?? say('picture.hint')}
      </p>
    </>
  );
}
