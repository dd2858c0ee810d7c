import { type ReactNode, useCallback, useMemo } from 'react';
import { type MinutesPage as Minutes, minutesPage } from '../../bot/contracts/minutes-api.ts';
import { ask } from '../api.ts';
import '../manage/manage.css';
import { useWhen } from '../meetings/when.ts';
import type { MinutesProps } from '../minutes-door.tsx';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { actionPlace } from '../place.ts';
import { readerIn, ReaderContext, useReader } from '../reader.ts';
import { pathOf } from '../send.ts';
import { useCaller } from '../use-caller.ts';
import { usePage } from '../use-page.ts';
import { useMinutesWords } from './minutes-words.ts';
import './minutes.css';
import { useArrival } from '../use-arrival.ts';

/** What came of one meeting, to be read on the screen and on paper. */
export function MinutesPage({ host, channel, meeting }: MinutesProps) {
  const caller = useCaller(host);
  const fetchMinutes = useCallback(
    () => ask(caller, `${pathOf(channel)}/meetings/${meeting}/minutes`, (body) => minutesPage.safeParse(body)),
    [caller, channel, meeting],
  );
  const { page, failure, busy, load } = usePage(fetchMinutes, minutesPage);
  const zone = page?.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  if (!page) return failure ? <Trouble failure={failure} host={host} retry={load} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Written page={page} />
    </ReaderContext>
  );
}

function Written({ page }: { readonly page: Minutes }) {
  const words = useMinutesWords();
  const { date } = useReader();
  const when = useWhen(page.zone);
  const title = words('minutes.title', { date: date(page.date) });
  const heading = useArrival(title);
  const { decisions, agreed, next } = page;
  return (
    <main className="page manage minutes">
      <header className="purpose">
        <p className="aside">
          <BackLink />
          <button type="button" className="plain" onClick={print}>
            {words('minutes.print')}
          </button>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{page.purpose}</p>
      </header>
      <Part id="decided" title={words('minutes.decided')} none={words('minutes.decided.nothing')} count={decisions.length}>
        <ol>
          {decisions.map((decision, at) => (
            <li key={at}>{decision}</li>
          ))}
        </ol>
      </Part>
      <Part id="agreed" title={words('minutes.agreed')} none={words('minutes.agreed.nothing')} count={agreed.length}>
        <ul>
          {agreed.map((action) => (
            <li key={action.id}>
              <Agreed action={action} />
            </li>
          ))}
        </ul>
      </Part>
      <Part id="next" title={words('minutes.next')} none={words('minutes.next.none')} count={next ? 1 : 0}>
        {next && <p>{when.at(next.date, next.starts)}</p>}
      </Part>
    </main>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  /** Said where `count` is 0. */
  readonly none: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Part({ id, title, none, count, children }: PartProps) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {count === 0 ? <p className="quiet">{none}</p> : children}
    </section>
  );
}

function Agreed({ action: { id, text, due, owners } }: { readonly action: Minutes['agreed'][number] }) {
  const words = useMinutesWords();
  const { date } = useReader();
  const people = owners
    .map(({ name, organisation }) => (name === null ? organisation : words('minutes.owner', { name, organisation })))
    .join(', ');
  return (
    <>
      <a className="link" href={`#${actionPlace(id)}`}>
        {text}
      </a>
      <p className="quiet">{words('minutes.due', { date: date(due), owners: people })}</p>
    </>
  );
}
