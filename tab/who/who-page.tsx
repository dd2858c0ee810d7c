import { useEffect, useRef } from 'react';
import type { Host } from '../host.ts';
import '../manage/manage.css';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { usePairWords } from '../pair/pair-words.ts';
import '../pair/pair.css';
import { useTitle } from '../pair/use-title.ts';
import { useCaller } from '../use-caller.ts';
import { AboutCard } from './about-card.tsx';
import { useAbout } from './use-about.ts';

/** Every organisation in its own words: to be changed by its people and by integration managers, to be read by everybody. */
export function WhoPage({ host, channel }: { readonly host: Host; readonly channel: string }) {
  const caller = useCaller(host);
  const words = usePairWords();
  const { page, failure, busy, load, send } = useAbout(caller, channel);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = page !== null;
  useTitle(words('who.title'));
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus();
  }, [shown]);
  if (page === null) return failure ? <Trouble failure={failure} host={host} retry={load} busy={busy} back /> : <Loading />;
  return (
    <main className="page manage pair">
      <header className="purpose">
        <p>
          <BackLink />
        </p>
        <h1 ref={title} tabIndex={-1}>
          {words('who.title')}
        </h1>
        <p>{words('who.intro')}</p>
      </header>
      {!page.organisations.some(({ mayWrite }) => mayWrite) && <p className="note">{words('who.readOnly')}</p>}
      <div className="two">
        {page.organisations.map((organisation) => (
          <AboutCard key={organisation.id} {...{ organisation, send }} longest={page.longest} level="h2" />
        ))}
      </div>
    </main>
  );
}
