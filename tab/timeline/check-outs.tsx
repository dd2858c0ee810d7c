import type { CheckOutOfMeeting } from '../../bot/contracts/timeline-api.ts';
import { Hidden } from '../cell.tsx';
import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { fewestForTrend } from './chart.ts';
import { ItemBar } from './item-bar.tsx';
import { useTimelineWords } from './timeline-words.ts';

/**
 * How people left meeting after meeting, from three meetings on that show it: two are no trend (method.md, scoring 7). Before, the latest
 * alone.
 */
export function CheckOuts({ meetings }: { readonly meetings: readonly CheckOutOfMeeting[] }) {
  const { say, date } = useReader();
  const words = useTimelineWords();
  const latest = meetings.slice(-1);
  const shown = meetings.filter(({ energy }) => 'value' in energy).length < fewestForTrend ? latest : meetings;
  if (shown.length === 0) return null;
  const names = (['meeting', 'energy', 'said'] as const).map((column) => words(`timeline.checkOuts.${column}`));
  return (
    <section className="card" aria-labelledby="checkOuts">
      <h2 id="checkOuts">{words('timeline.checkOuts')}</h2>
      <Table caption={words('timeline.checkOuts.caption')} className="named">
        <Columns names={names} />
        <tbody>
          {shown.map(({ meeting, k, energy, said }) => (
            <tr key={meeting}>
              <th scope="row">{date(meeting)}</th>
              <td data-head={names[1]}>
                <ItemBar item={energy} k={k} />
              </td>
              <td data-head={names[2]} className={'hidden' in said ? 'hidden' : undefined}>
                {'hidden' in said ? (
                  <Hidden reason={say('hidden.reason', { k })} />
                ) : (
                  words('timeline.checkOuts.counts', { ...said })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
