import type { Block } from '../deck/slide.ts';
import { Table } from '../table.tsx';
import { MarkView } from './mark-view.tsx';

/** A chart that is its own table: the bar says nothing that the number beside it does not. */
export function Bars({ bars }: { readonly bars: Extract<Block, { kind: 'bars' }> }) {
  const { caption, head, series, rows, from, to } = bars;
  return (
    <Table caption={caption} className="bars">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {series.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              <td key={series[at]} className={value.hidden && 'hidden'}>
                <span className="drawn" data-band={value.band}>
                  <MarkView mark={value} />
                </span>
                {value.value !== null && (
                  <span className="track" aria-hidden="true">
                    <span style={{ inlineSize: `${((value.value - from) / (to - from)) * 100}%` }} />
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
