import { useMemo } from 'react';
import { type LogPage as Found, logQuery } from '../../bot/contracts/log-api.ts';
import '../deliveries/deliveries.css';
import { sentenceOf } from '../failure.ts';
import '../manage/manage.css';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { readerIn, ReaderContext, useReader } from '../reader.ts';
import type { RightsProps } from '../rights-door.tsx';
import { useArrival } from '../use-arrival.ts';
import { useCaller } from '../use-caller.ts';
import { LogRows } from './log-rows.tsx';
import { useRightsWords } from './rights-words.ts';
import { useLog } from './use-log.ts';

const filters = logQuery.shape.only.unwrap().options;

/** Who did what, for integration managers. */
export function LogPage({ host, channel }: RightsProps) {
  const log = useLog(useCaller(host), channel);
  const { found, failure, busy, show } = log;
  const zone = found?.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  const retry = () => {
    show('all');
  };
  if (found === null) return failure ? <Trouble failure={failure} host={host} retry={retry} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Shown found={found} log={log} />
    </ReaderContext>
  );
}

function Shown({ found, log }: { readonly found: Found; readonly log: ReturnType<typeof useLog> }) {
  const words = useRightsWords();
  const { say } = useReader();
  const { only, failure, busy, show, older } = log;
  const title = words('log.title');
  const heading = useArrival(title);
  return (
    <main className="page manage deliveries">
      <header className="purpose">
        <p>
          <BackLink />
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{words('log.intro')}</p>
        <p className="quiet">{words('log.left-out')}</p>
      </header>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      <section className="card" aria-labelledby="entries">
        <h2 id="entries">{words('log.list')}</h2>
        <label className="filter">
          <span>{words('log.only')}</span>
          <select
            value={only}
            onChange={({ target }) => {
              show(filters.find((one) => one === target.value) ?? 'all');
            }}
          >
            {filters.map((one) => (
              <option key={one} value={one}>
                {words(`log.only.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <LogRows rows={found.rows} />
        {found.more && (
          <button type="button" className="plain" aria-disabled={busy} onClick={older}>
            {words('log.more')}
          </button>
        )}
      </section>
    </main>
  );
}
