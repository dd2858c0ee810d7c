import type { MatrixResults } from '../bot/contracts/results.ts';
import { Legend } from './band-mark.tsx';
import type { ChangeSince } from './change-since.ts';
import { CellView, MeanCell } from './cell.tsx';
import { type KeyboardEvent, memo, useState } from 'react';
import { Afterwards } from './afterwards.tsx';
import { cellAfter } from './cell-after.ts';
import { usePairLink, useWithin } from './pair-link.ts';
import { useReader } from './reader.ts';
import { isVeryLow, type Organisation } from './relations.ts';
import { Table } from './table.tsx';

interface Props {
  readonly results: MatrixResults;
  readonly organisations: readonly Organisation[];
  readonly changed: ChangeSince;
}

/** Rows see columns, in the order of set-up: no ranking. */
export function Matrix({
  now = false,
  ...props
}: Props & {
  /** It may stand on the first screen itself, beside the picture. */
  readonly now?: boolean;
}) {
  const { say } = useReader();
  const title = useWithin()('matrix');
  const table = <Cells {...props} />;
  return (
    <section className="card" aria-labelledby={title}>
      <h3 id={title} tabIndex={-1}>
        {say('matrix.title')}
      </h3>
      <Legend />
      {now ? table : <Afterwards>{table}</Afterwards>}
    </section>
  );
}

function Cells({ results, organisations, changed }: Props) {
  const { say } = useReader();
  // One stop for Tab, the arrow keys for the rest: a large table would be hundreds of stops.
  const [visited, setStop] = useState('');
  const stop = visited in results.cells ? visited : `${organisations[0]?.id ?? ''}>${organisations[1]?.id ?? ''}`;
  const roam = (event: KeyboardEvent) => {
    const next = event.target instanceof Element ? cellAfter(event.target, event.key) : null;
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };
  const someHatched = organisations.some(({ id }) => isVeryLow(results, id));
  return (
    <>
      <Table caption={say('matrix.caption')} className="matrix">
        <thead>
          <tr>
            <th scope="col">{say('matrix.corner')}</th>
            {organisations.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className="mean">
              {say('matrix.seesOthers')}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={roam}>
          {organisations.map((from) => (
            <Row
              key={from.id}
              {...{ from, results, organisations, changed, setStop }}
              stop={stop.startsWith(`${from.id}>`) ? stop : undefined}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('matrix.seenByOthers')}</th>
            {organisations.map(({ id }) => (
              <MeanCell key={id} mean={results.seenByOthers[id]} />
            ))}
            <td className="cell self">
              <Nothing why={say('matrix.network')} />
            </td>
          </tr>
        </tfoot>
      </Table>
      {someHatched && <p className="note">{say('matrix.hatched')}</p>}
    </>
  );
}

interface RowProps extends Props {
  readonly from: Organisation;
  /** The cell that Tab comes to, where it is in this row. */
  readonly stop: string | undefined;
  readonly setStop: (key: string) => void;
}

/** Drawn anew only when Tab comes or goes. */
const Row = memo(function Row({ from, results, organisations, changed, stop, setStop }: RowProps) {
  const { say } = useReader();
  const link = usePairLink(organisations);
  const hatched = isVeryLow(results, from.id);
  return (
    <tr>
      <th scope="row">
        {say('matrix.row', { organisation: from.name })}
        {hatched && <small>{say('response.veryLow')}</small>}
      </th>
      {organisations.map(({ id, name }) =>
        id === from.id ? (
          <td key={id} className="cell self">
            <Nothing why={say('cell.self')} />
          </td>
        ) : (
          <CellView
            key={id}
            cell={results.cells[`${from.id}>${id}`]}
            k={results.k}
            hatched={hatched}
            moved={changed?.change.cells?.[`${from.id}>${id}`]}
            since={changed?.since}
            link={{
              href: link(from.id, id),
              ...{ from: from.name, to: name, tabIndex: stop === `${from.id}>${id}` ? 0 : -1 },
              onFocus: () => {
                setStop(`${from.id}>${id}`);
              },
            }}
          />
        ),
      )}
      <MeanCell mean={results.seesOthers[from.id]} />
    </tr>
  );
});

/** A dash for the eye, the reason for the ear. */
const Nothing = ({ why }: { readonly why: string }) => (
  <>
    <span aria-hidden="true">{'\u2013'}</span>
    <span className="heard">{why}</span>
  </>
);
