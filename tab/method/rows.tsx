import type { ReactNode } from 'react';
import { Columns } from '../table.tsx';

export interface Row {
  readonly key: string;
  /** One for each column; the first heads the row. */
  readonly cells: readonly [ReactNode, ...ReactNode[]];
}

/** A table of words: it breaks its lines where the page is narrow and never needs to scroll. */
export function Rows({
  caption,
  heads,
  rows,
  className = '',
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  readonly className?: string;
}) {
  return (
    <table className={`rows ${className}`}>
      <caption>{caption}</caption>
      <Columns names={heads} />
      <tbody>
        {rows.map(({ key, cells: [head, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, at) => (
              <td key={at} data-head={heads[at + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
