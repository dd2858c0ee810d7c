import type { RoundDesk } from '../../bot/contracts/manage-api.ts';
import { audienceOf } from '../audience.ts';
import { useReader } from '../reader.ts';
import { Confirm } from '../confirm.tsx';
import { useManageWords } from './manage-words.ts';

type Open = Extract<RoundDesk, { is: 'open' }>;

/** The open round: counts, what became of its messages, and closing it before its time. Never who has answered. */
export function OpenDesk({ open, busy, close }: { readonly open: Open; readonly busy: boolean; readonly close: () => void }) {
  const words = useManageWords();
  const { say, moment } = useReader();
  const { round, instrument, audience, k, closes, answered, invited, leavesOut, deliveries } = open;
  return (
    <section className="card live" aria-labelledby="manage-open">
      <h2 id="manage-open">{say('open.title', { round })}</h2>
      <p className="total">{say('open.answered', { count: answered, invited })}</p>
      {leavesOut && <p className="quiet">{words('open.leavesOut', { k })}</p>}
      <p>
        <strong>{say('open.closes', { moment: moment(closes) })}</strong>
      </p>
      <p>
        {words(`instrument.${instrument}`)}. {say('open.for', { audience: audienceOf(audience, say) })}.
      </p>
      {deliveries.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Confirm
        label={words('open.close')}
        question={words('open.close.sure')}
        yes={words('open.close.yes')}
        no={words('form.no')}
        deed={close}
        busy={busy}
      />
    </section>
  );
}
