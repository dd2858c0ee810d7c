import type { Overview } from '../bot/contracts/tab-api.ts';
import { audienceOf } from './audience.ts';
import { useReader } from './reader.ts';
import { Columns, Table } from './table.tsx';

type Open = NonNullable<Overview['open']>;

/** Counts and nothing else (method.md, P5). */
export function OpenRound({ open, organisations }: { readonly open: Open; readonly organisations: Overview['organisations'] }) {
  const { say, moment } = useReader();
  const { round, k, mode, answered, invited } = open;
  return (
    <section className="card live" aria-labelledby="open-round">
      <h2 id="open-round">{say('open.title', { round })}</h2>
      <div className="two">
        <div>
          <p className="total" aria-live="polite">
            {say('open.answered', { count: answered, invited })}
          </p>
          <Bar part={answered} whole={invited} />
          <p>
            <strong>{say('open.closes', { moment: moment(open.closes) })}</strong>
          </p>
          <p className="quiet">{say('open.for', { audience: audienceOf(open.audience, say) })}</p>
          <p className="quiet">{say(`open.mode.${mode}`)}</p>
        </div>
        <Counts open={open} organisations={organisations} />
      </div>
      <p className="quiet">{say('open.privacy', { k })}</p>
    </section>
  );
}

function Counts({ open, organisations }: { readonly open: Open; readonly organisations: Overview['organisations'] }) {
  const { say } = useReader();
  return (
    <Table caption={say('open.caption')} className="counts">
      <Columns names={[say('column.organisation'), say('column.answered')]} />
      <tbody>
        {organisations
          .filter(({ id, left }) => !left || id in open.response)
          .map(({ id, name }) => {
            const count = open.response[id];
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                {count && 'answered' in count ? (
                  <td>
                    {say('count', { ...count })}
                    <Bar part={count.answered} whole={count.invited} />
                  </td>
                ) : (
                  <td className="hidden">{say('open.hidden', { k: open.k })}</td>
                )}
              </tr>
            );
          })}
      </tbody>
    </Table>
  );
}

/** Repeats for the eye what the words beside it say. */
const Bar = ({ part, whole }: { readonly part: number; readonly whole: number }) => (
  <span className="bar" aria-hidden="true">
    <span style={{ width: `${whole > 0 ? Math.min(100, (100 * part) / whole) : 0}%` }} />
  </span>
);
