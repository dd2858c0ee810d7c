import type { PracticesResults } from '../../bot/contracts/results.ts';
import { useMethodWords } from '../method/method-words.ts';
import { type Question, useWording } from '../method/questions.ts';
import { Hidden } from '../cell.tsx';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { Bar } from './bar.tsx';

type ItemValue = PracticesResults['items']['PR1'];

/** Each statement with its mean and how many answered it; hidden ones with the reason. `texts`: of what has no wording of ours. */
export function ItemTable({
  items,
  texts = {},
  top,
  k,
  caption,
  title,
}: {
  readonly items: Readonly<Record<string, ItemValue | undefined>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly top: number;
  readonly k: number;
  readonly caption: string;
  readonly title?: string;
}) {
  const { say } = useReader();
  const method = useMethodWords();
  const wording = useWording();
  const shown = Object.keys(texts).length > 0 ? Object.keys(texts) : Object.keys(items);
  const table = (
    <Table caption={caption} className="whole stack">
      <Columns names={[method('whole.statement'), method('whole.mean'), say('column.answered')]} />
      <tbody>
        {shown.map((item) => {
          const found = items[item];
          return (
            <tr key={item}>
              <th scope="row">{texts[item] ?? wording(item as Question)}</th>
              {found === undefined || 'hidden' in found ? (
                <td className="hidden" colSpan={2}>
                  <Hidden reason={say('hidden.reason', { k })} />
                </td>
              ) : (
                <>
                  <td>
                    <Bar value={found.value} top={top} decimals={1} orLower={found.orLower} />
                  </td>
                  <td>
                    {found.n === undefined ? method('whole.peopleAtLeast', { k }) : method('whole.people', { count: found.n })}
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
  // Without a title the table's own region has the name already.
  return title === undefined ? (
    <div className="card">{table}</div>
  ) : (
    <section className="card" aria-label={title}>
      <h3>{title}</h3>
      {table}
    </section>
  );
}
