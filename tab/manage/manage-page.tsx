import { useEffect, useMemo, useRef } from 'react';
import type { ManageProps } from '../manage-door.tsx';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { logPlace, managePlace } from '../place.ts';
import { readerIn, ReaderContext } from '../reader.ts';
import { useCaller } from '../use-caller.ts';
import './manage.css';
import { useManageWords } from './manage-words.ts';
import { RosterPart } from './roster-part.tsx';
import { RoundPart } from './round-part.tsx';
import { SetUpPart } from './set-up-part.tsx';
import { type AtDesk, useSetUp } from './use-set-up.ts';

const pages = [managePlace, `${managePlace}-roster`, `${managePlace}-round`] as const;
const names = { manage: 'page.setUp', 'manage-roster': 'page.roster', 'manage-round': 'page.round' } as const;
const parts = { manage: SetUpPart, 'manage-roster': RosterPart, 'manage-round': RoundPart } as const;

/** Set-up, roster and rounds: to be changed by integration managers, to be read by everybody else. */
export function ManagePage({ place, host, channel, changed }: ManageProps) {
  const { language } = host;
  const caller = useCaller(host);
  const desk = useMemo(() => ({ channel, caller }), [channel, caller]);
  const { at, failure, busy, load } = useSetUp(desk, changed);
  const zone = at?.setUp.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(language, zone), [language, zone]);
  if (at === null) return failure ? <Trouble failure={failure} host={host} retry={load} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Shown place={pages.find((page) => page === place) ?? managePlace} at={at} />
    </ReaderContext>
  );
}

function Shown({ place, at }: { readonly place: (typeof pages)[number]; readonly at: AtDesk }) {
  const words = useManageWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus();
  }, [place]);
  const Part = parts[place];
  return (
    <main className="page manage">
      <header className="purpose">
        <p>
          <BackLink />
        </p>
        <h1 ref={title} tabIndex={-1}>
          {words(names[place])}
        </h1>
        <nav aria-label={words('page.pages')}>
          <ul className="pages">
            {pages.map((page) => (
              <li key={page}>
                <a className="link" href={`#${page}`} aria-current={page === place ? 'page' : undefined}>
                  {words(names[page])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {at.setUp.mayReadLog && (
          <p>
            <a className="link" href={`#${logPlace}`}>
              {words('page.log')}
            </a>
          </p>
        )}
      </header>
      {!at.setUp.mayChange && <p className="note">{words(at.setUp.closed === null ? 'page.readOnly' : 'page.closed')}</p>}
      <Part at={at} />
    </main>
  );
}
