import { useEffect, useRef } from 'react';
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
  const isStopped = stopped !== null;
  const heading = useRef<HTMLHeadingElement>(null);
  /** What somebody asked for here. When it has become so, the button they pressed is gone, and the heading says how it stands. */
  const asked = useRef<boolean | null>(null);
  useEffect(() => {
    if (busy || asked.current === null) return;
    if (asked.current === isStopped) heading.current?.focus();
    asked.current = null;
  }, [busy, isStopped]);
  const press = (wanted: boolean) => {
    asked.current = wanted;
    change(wanted);
  };
  return (
    <section className={isStopped ? 'card live' : 'card'} aria-labelledby="sending">
      <h2 id="sending" ref={heading} tabIndex={-1}>
        {words(isStopped ? 'stopped' : 'going')}
      </h2>
      {isStopped ? <Stopped stopped={stopped} busy={busy} press={press} /> : <Going busy={busy} press={press} />}
    </section>
  );
}

type Pressed = Pick<Props, 'busy'> & { readonly press: (stopped: boolean) => void };

function Going({ busy, press }: Pressed) {
  const words = useDeliveriesWords();
  return (
    <>
      <p>{words('going.text')}</p>
      <Confirm
        label={words('stop')}
        question={words('stop.sure')}
        yes={words('stop.yes')}
        no={words('no')}
        deed={() => {
          press(true);
        }}
        busy={busy}
      />
    </>
  );
}

function Stopped({ stopped, busy, press }: Pressed & { readonly stopped: NonNullable<Props['stopped']> }) {
  const words = useDeliveriesWords();
  const { moment } = useReader();
  const at = moment(stopped.since);
  return (
    <>
      <p>
        <strong>{stopped.by === null ? words('stopped.since', { at }) : words('stopped.by', { at, name: stopped.by })}</strong>
      </p>
      <p>{words('stopped.text')}</p>
      <button
        type="button"
        className="button"
        aria-disabled={busy}
        onClick={() => {
          if (!busy) press(false);
        }}
      >
        {words('start')}
      </button>
    </>
  );
}
