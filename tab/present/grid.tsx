import { Legend } from '../band-mark.tsx';
import type { Words } from '../deck/deck-words.ts';
import type { Block } from '../deck/slide.ts';
import { Table } from '../table.tsx';
import { MarkView } from './mark-view.tsx';

/** Rows about columns, in the order of set-up. With many organisations columns are numbered and a cell is number and symbol. */
export function Grid({ grid, words }: { readonly grid: Extract<Block, { kind: 'grid' }>; readonly words: Words }) {
  const { numbered, bands, caption, corner, columns, rows } = grid;
  const numberOf = (at: number): string => (numbered ? `${at + 1} ` : '');
  return (
    <>
      {bands && numbered && <Legend />}
      <Table
        caption={numbered ? `${caption} ${words.deck('deck.numbered')}` : caption}
        className={numbered ? 'grid many' : 'grid'}
      >
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((name, at) => (
              <th key={name} scope="col">
                {numbered ? (
                  <>
                    {at + 1} <span className="heard">{name}</span>
                  </>
                ) : (
                  name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, note, marks }, at) => (
            <tr key={name}>
              <th scope="row">
                {numberOf(at)}
                {name} {note !== undefined && <small>{note}</small>}
              </th>
              {marks.map((mark, to) => (
                <td
                  key={columns[to]}
                  className={mark.hidden ? 'hidden' : mark.self ? 'self' : undefined}
                  data-band={mark.band}
                  data-hatched={mark.hatched}
                >
                  <MarkView mark={mark} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
