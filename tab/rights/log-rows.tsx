import type { LogRow } from '../../bot/contracts/log-api.ts';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { nameIn, sentenceOf } from './log-sentence.ts';
import { useRightsWords } from './rights-words.ts';

export function LogRows({ rows }: { readonly rows: readonly LogRow[] }) {
  const words = useRightsWords();
  const { moment } = useReader();
  if (rows.length === 0) return <p>{words('log.none')}</p>;
  const [what, by, at] = [words('log.column.what'), words('log.column.by'), words('log.column.at')];
  return (
    <Table caption={words('log.caption')} className="sent">
      <Columns names={[what, by, at]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{sentenceOf(words, row)}</th>
            <td data-head={by}>{nameIn(words, row.by)}</td>
            <td data-head={at}>{moment(row.at)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
