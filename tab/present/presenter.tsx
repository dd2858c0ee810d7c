import { useEffect, useMemo, useRef, useState } from 'react';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { deckOf } from '../deck/deck-of.ts';
import { deckWordsIn } from '../deck/deck-words.ts';
import { useReader } from '../reader.ts';
import { presentPlace } from '../place.ts';
import { useRoom } from './room.ts';
import { type Step, stepOf } from './keys.ts';
import './present.css';
import { ShareToMeeting } from './share.tsx';
import { SlideView } from './slide-view.tsx';

const leave = () => {
  location.hash = '';
};

/** The latest snapshot as slides: arrow keys, space, Home, End, Escape, and buttons for all of it. */
export function Presenter({
  purpose,
  snapshot,
  channel,
}: {
  readonly purpose: string;
  readonly snapshot: Snapshot;
  readonly channel: string;
}) {
  const reader = useReader();
  const words = useMemo(() => deckWordsIn(reader), [reader]);
  const slides = useMemo(() => deckOf(words, purpose, snapshot), [words, purpose, snapshot]);
  const [wished, setWished] = useState(0);
  // A round may close while the slides are up: the new ones can be fewer.
  const at = Math.min(wished, slides.length - 1);
  const last = slides.length - 1;
  const deck = useRef<HTMLDivElement>(null);
  const room = useRoom(deck);
  const { deck: say } = words;

  useEffect(() => {
    deck.current?.focus();
  }, []);
  useEffect(() => {
    const turn = (step: Step): void => {
      if (step === 'leave') leave();
      else setWished({ next: Math.min(at + 1, last), back: Math.max(at - 1, 0), first: 0, last }[step]);
    };
    const press = (event: KeyboardEvent): void => {
      const step = stepOf(event, room.narrow);
      if (!step) return;
      event.preventDefault();
      turn(step);
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, [at, last, room.narrow]);
  useEffect(() => {
    deck.current?.scrollTo(0, 0);
  }, [at]);

  const place = { number: at + 1, count: slides.length };
  return (
    <main className="present" data-narrow={room.narrow || undefined}>
      <div className="deck" ref={deck} tabIndex={0} role="region" aria-label={say('present.label')}>
        {slides.map((slide, number) => (
          <SlideView key={slide.id} slide={slide} words={words} shown={number === at} room={room} />
        ))}
      </div>
      <p className="heard" aria-live="polite">
        {say('present.heard', { ...place, title: slides[at]?.title ?? '' })}
      </p>
      <nav className="turn" aria-label={say('present.turn')}>
        <button
          type="button"
          className="plain"
          aria-disabled={at === 0}
          onClick={() => {
            setWished(Math.max(at - 1, 0));
          }}
        >
          {say('present.previous')}
        </button>
        <span className="place">{say('present.place', place)}</span>
        <button
          type="button"
          className="plain"
          aria-disabled={at === last}
          onClick={() => {
            setWished(Math.min(at + 1, last));
          }}
        >
          {say('present.next')}
        </button>
        <span className="keys">{say('present.keys')}</span>
        <ShareToMeeting
          words={{ share: say('present.share'), shared: say('present.shared'), notShared: say('present.notShared') }}
          channel={channel}
          place={presentPlace}
          how="own screen"
        />
        <button type="button" className="plain" onClick={leave}>
          {say('present.close')}
        </button>
      </nav>
    </main>
  );
}
