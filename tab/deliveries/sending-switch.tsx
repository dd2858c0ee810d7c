import { useEffect, useRef, useState } from 'react';
import type { DeliveriesPage } from '../../bot/contracts/deliveries-api.ts';
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
  if (stopped === null) return <Going busy={busy} change={change} />;
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

function Going({ busy, change }: Omit<Props, 'stopped'>) {
  const words = useDeliveriesWords();
  const [asking, setAsking] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) sure.current?.focus();
  }, [asking]);
  return (
    <section className="card" aria-labelledby="sending">
      <h2 id="sending">{words('going')}</h2>
      <p>{words(asking ? 'stop.sure' : 'going.text')}</p>
      {asking ? (
        <div className="buttons">
          <button
            type="button"
            className="button"
            ref={sure}
            aria-disabled={busy}
            onClick={() => {
              if (!busy) change(true);
            }}
          >
            {words('stop.yes')}
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => {
              setAsking(false);
            }}
          >
            {words('no')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="plain"
          onClick={() => {
            setAsking(true);
          }}
        >
          {words('stop')}
        </button>
      )}
    </section>
  );
}
