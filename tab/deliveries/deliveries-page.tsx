import { useEffect, useMemo, useRef } from 'react';
import { deliveriesQuery, type DeliveriesPage as Found } from '../../bot/contracts/deliveries-api.ts';
import type { DeliveriesProps } from '../deliveries-door.tsx';
import { sentenceOf } from '../failure.ts';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { readerIn, ReaderContext, useReader } from '../reader.ts';
import { useCaller } from '../use-caller.ts';
import '../manage/manage.css';
import './deliveries.css';
import { DeliveryRows } from './delivery-rows.tsx';
import { useDeliveriesWords } from './deliveries-words.ts';
import { SendingSwitch } from './sending-switch.tsx';
import { useDeliveries } from './use-deliveries.ts';

const filters = deliveriesQuery.shape.only.unwrap().options;

/** What the app has sent, what waits and what did not arrive; and the switch for all messages. */
export function DeliveriesPage({ host, channel }: DeliveriesProps) {
  const state = useDeliveries(useCaller(host), channel);
  const { found, failure, busy, show } = state;
  const zone = found?.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  const retry = () => {
    show('all');
  };
  if (found === null) return failure ? <Trouble failure={failure} host={host} retry={retry} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Shown found={found} state={state} />
    </ReaderContext>
  );
}

function Shown({ found, state }: { readonly found: Found; readonly state: ReturnType<typeof useDeliveries> }) {
  const words = useDeliveriesWords();
  const { say } = useReader();
  const { only, failure, busy, show, older, change } = state;
  const { stopped, closed, remindersAreOut, copies, rows, more } = found;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus();
  }, []);
  return (
    <main className="page manage deliveries">
      <header className="purpose">
        <p>
          <BackLink />
        </p>
        <h1 ref={title} tabIndex={-1}>
          {words('title')}
        </h1>
        <p>{words('intro')}</p>
      </header>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      {closed ? <p className="note">{words('closed')}</p> : <SendingSwitch stopped={stopped} busy={busy} change={change} />}
      <section className="card" aria-labelledby="messages">
        <h2 id="messages">{words('list')}</h2>
        {remindersAreOut ? (
          <p className="note">{words('remindersOut')}</p>
        ) : (
          <label className="filter">
            <span>{words('only')}</span>
            <select
              value={only}
              onChange={({ target }) => {
                show(filters.find((one) => one === target.value) ?? 'all');
              }}
            >
              {filters.map((one) => (
                <option key={one} value={one}>
                  {words(`only.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <DeliveryRows rows={rows} zone={found.zone} />
        {more && (
          <button type="button" className="plain" aria-disabled={busy} onClick={older}>
            {words('more')}
          </button>
        )}
        <p className="quiet">{words('reminders')}</p>
      </section>
      {copies && (
        <section className="card" aria-labelledby="copies">
          <h2 id="copies">{words('copies', { round: copies.round })}</h2>
          <p>{copies.sentence}</p>
        </section>
      )}
    </main>
  );
}
