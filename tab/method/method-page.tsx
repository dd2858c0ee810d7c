import { useEffect, useRef } from 'react';
import { BackLink } from '../notice.tsx';
import { ByHand } from './by-hand.tsx';
import { Change } from './change.tsx';
import { Comparing } from './comparing.tsx';
import { Focus } from './focus.tsx';
import { useMethodWords } from './method-words.ts';
import './method.css';
import { Privacy } from './privacy.tsx';
import { Questions } from './questions-section.tsx';
import { Scoring } from './scoring.tsx';
import { placeOf, Section, sections } from './section.tsx';
import { Sentences } from './sentences.tsx';
import { Who } from './who.tsx';

/**
 * docs/method.md for a leader: what is asked, how answers become numbers, who can see what, and how to check it by hand.
 * @param place the heading to show first: that of the page, or of one of its sections
 */
export function MethodPage({ place }: { readonly place: string }) {
  const say = useMethodWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const heading = document.getElementById(place) ?? title.current;
    heading?.focus();
    if (heading === title.current) scrollTo(0, 0);
  }, [place]);
  return (
    <main className="page method">
      <header className="purpose">
        <p>
          <BackLink />
        </p>
        <h1 ref={title} tabIndex={-1}>
          {say('method.title')}
        </h1>
      </header>
      <Status />
      <Contents />
      <Section name="short">
        <Sentences
          of={['method.short.number', 'method.short.k', 'method.short.hidden', 'method.short.totals', 'method.short.order']}
        />
      </Section>
      <Who />
      <Questions />
      <Scoring />
      <Comparing />
      <Change />
      <Focus />
      <Privacy />
      <ByHand />
      <p>
        <BackLink />
      </p>
    </main>
  );
}

function Status() {
  const say = useMethodWords();
  return (
    <section className="card live" aria-labelledby="method-status">
      <h2 id="method-status" tabIndex={-1}>
        {say('method.status.title')}
      </h2>
      <p>{say('method.status.own')}</p>
      <p>
        <strong>{say('method.status.use')}</strong>
      </p>
      <p>{say('method.status.language')}</p>
    </section>
  );
}

function Contents() {
  const say = useMethodWords();
  return (
    <nav aria-label={say('method.contents')}>
      <ul className="contents">
        {sections.map((section) => (
          <li key={section}>
            <a className="link" href={`#${placeOf(section)}`}>
              {say(`method.${section}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
