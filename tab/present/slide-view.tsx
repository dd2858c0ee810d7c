import { useId, useLayoutEffect, useRef } from 'react';
import type { Words } from '../deck/deck-words.ts';
import type { Slide } from '../deck/slide.ts';
import { BlockView } from './block-view.tsx';
import { type Room, slideSize } from './room.ts';

/** From large type to the smallest that a projector still shows; what is tried in turn until all of the slide is seen. */
const sizes = Array.from({ length: 30 }, (_, step) => 30 - step * 0.75);

/** Below the last line, pixels. */
const margin = 20;

/** Largest type with which the slide fits `slideSize`, whatever it holds: names and purposes are people's own words, of any length. */
function fit(slide: HTMLElement): void {
  slide.dataset['measure'] = '';
  for (const size of sizes) {
    slide.style.setProperty('--type', `${size}px`);
    const last = slide.lastElementChild;
    const bottom = last instanceof HTMLElement ? last.offsetTop + last.offsetHeight : 0;
    if (bottom <= slideSize.height - margin && slide.scrollWidth <= slideSize.width) break;
  }
  delete slide.dataset['measure'];
}

/** All slides are there, for the print; only one is seen. */
export function SlideView({
  slide,
  words,
  shown,
  room,
}: {
  readonly slide: Slide;
  readonly words: Words;
  readonly shown: boolean;
  readonly room: Room;
}) {
  const place = useRef<HTMLElement>(null);
  const title = useId();
  useLayoutEffect(() => {
    if (place.current) fit(place.current);
  }, [slide]);
  return (
    <section
      className="slide"
      ref={place}
      aria-labelledby={title}
      data-slide={slide.id}
      data-shown={shown || undefined}
      inert={!shown}
      style={room.narrow ? undefined : { transform: `translate(-50%, -50%) scale(${room.scale})` }}
    >
      {slide.id === 'purpose' && <p className="eyebrow">{words.reader.say('purpose.title')}</p>}
      <h1 id={title}>{slide.title}</h1>
      {slide.blocks.map((block) => (
        <BlockView key={block.kind} block={block} words={words} />
      ))}
    </section>
  );
}
