import type { DeliveriesPage } from '../../bot/contracts/deliveries-api.ts';
import { Confirm } from '../confirm.tsx';
import { useReader } from '../reader.ts';
import { useDeliveriesWords } from './deliveries-words.ts';

interface Props {
  readonly stopped: DeliveriesPage['stopped'];
  readonly busy: boolean;
  readonly change: (stopped: boolean) => void;
}

/** Whether messages go out. Stopping asks once more; starting does not. */
export function SendingSwitch({ stopped, busy, change }: Props) {
  const words = useDeliveriesWords();
  const { moment } = useReader();
  if (stopped === null)
    return (
      <section className="card" aria-labelledby="sending">
        <h2 id="sending">{words('going')}</h2>
        <p>{words('going.text')}</p>
        <Confirm
          label={words('stop')}
          question={words('stop.sure')}
          yes={words('stop.yes')}
          no={words('no')}
          deed={() => {
            change(true);
          }}
          busy={busy}
        />
      </section>
    );
  const at = moment(stopped.since);
  return (
    <section className="card live" aria-labelledby="sending">
      <h2 id="sending">{words('stopped')}</h2>
      <p>
        <strong>{stopped.by === null ? words('stopped.since', { at }) : words('stopped.by', { at, name: stopped.by })}</strong>
      </p>
      <p>{words('stopped.text')}</p>
      <button
        type="button"
        className="button"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) change(false);
        }}
      >
        {words('start')}
      </button>
    </section>
  );
}
