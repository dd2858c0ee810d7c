import { useReader } from '../reader.ts';
import { Columns, Table } from '../table.tsx';
import { type ManageSay, useManageWords } from './manage-words.ts';
import type { Organisation } from './organisations.tsx';
import type { Plan } from './plan-desk.tsx';

type Named = Pick<Organisation, 'id' | 'name'>;

/** Before anything is sent: mode, k, who is invited, how long it takes and when reminders go; or why it cannot be. */
export function PlanView({ plan, organisations }: { readonly plan: Plan; readonly organisations: readonly Named[] }) {
  const words = useManageWords();
  const { say, moment, date, language } = useReader();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const { wish, mode, form, minutes, closes, reminders, obstacle, invited, mayReopen, outcomes } = plan;
  const asked = wish.instrument === 'relational' ? mode : 'network';
  return (
    <>
      {obstacle === null ? (
        <>
          <p>{words(`plan.mode.${asked}`)}</p>
          {wish.instrument === 'check-back' && <p>{words('plan.outcomes', { count: outcomes })}</p>}
          {wish.instrument !== 'check-back' && outcomes > 0 && <p className="quiet">{words('plan.checkBack')}</p>}
          {form === 'short' && <p>{words('plan.short')}</p>}
          <p>
            {words('plan.until', { moment: moment(closes) })} {words('plan.minutes', { count: minutes })}
          </p>
          <p>
            {reminders.length === 0
              ? words('plan.noReminders')
              : words('plan.reminders', { days: list.format(reminders.map(date)) })}
          </p>
        </>
      ) : (
        <p className="note">{words('plan.cannot', { reason: obstacle })}</p>
      )}
      <Table caption={words('plan.invited', { k: wish.k })}>
        <Columns names={[say('column.organisation'), words('plan.people')]} />
        <tbody>
          {organisations
            .filter(({ id }) => id in invited)
            .map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{invitedIn(words, invited[id] ?? 0, plan)}</td>
              </tr>
            ))}
        </tbody>
      </Table>
      {mayReopen !== null && <p className="quiet">{words('plan.mayReopen', { round: mayReopen })}</p>}
    </>
  );
}

function invitedIn(words: ManageSay, count: number, { mode, wish }: Plan): string {
  if (count === 0) return words('plan.nobody');
  if (mode === 'matrix' && wish.instrument === 'relational' && count < wish.k) return words('plan.few', { count, k: wish.k });
  return words('people.count', { count });
}
