import type { Caller } from '../send.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import type { Organisation } from '../relations.ts';
import { AboutCard } from '../who/about-card.tsx';
import { useAbout } from '../who/use-about.ts';
import { usePairWords } from './pair-words.ts';

/** What the two say about themselves. It is fetched by itself, and its absence hides nothing of the results. */
export function Themselves({
  first,
  second,
  caller,
  channel,
}: {
  readonly first: Organisation;
  readonly second: Organisation;
  readonly caller: Caller;
  readonly channel: string;
}) {
  const { say } = useReader();
  const words = usePairWords();
  const { page, failure, busy, load, send } = useAbout(caller, channel);
  const two = [first, second].flatMap(({ id }) => page?.organisations.find((one) => one.id === id) ?? []);
  return (
    <section aria-labelledby="pair-who" className="results">
      <h2 id="pair-who">{words('who.title')}</h2>
      {page === null && !failure && <p role="status">{say('start.loading')}</p>}
      {page === null && failure && (
        <div className="unfetched">
          <p role="alert">{sentenceOf(failure, say)}</p>
          <button type="button" className="plain" aria-disabled={busy} onClick={load}>
            {say('again')}
          </button>
        </div>
      )}
      <div className="two">
        {two.map((organisation) => (
          <AboutCard key={organisation.id} {...{ organisation, send }} longest={page?.longest ?? 0} level="h3" />
        ))}
      </div>
    </section>
  );
}
