import { memo, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { Words } from '../deck/deck-words.ts';
import type { Slide } from '../deck/slide.ts';
import { BlockView } from './block-view.tsx';
import { type Room, slideSize } from './room.ts';

/** From large type to the smallest that a projector still shows, pixels. */
const largest = 30;
const steps = 30;
const sizeAt = (step: number): number => largest - step * 0.75;

/** Below the last line, pixels. */
const margin = 20;

/** Largest type with which the slide fits `slideSize`, whatever it holds: names and purposes are people's own words, of any length. */
function fit(slide: HTMLElement): void {
  slide.dataset['measure'] = '';
  const fits = (size: number): boolean => {
    slide.style.setProperty('--type', `${size}px`);
    const last = slide.lastElementChild;
    const bottom = last instanceof HTMLElement ? last.offsetTop + last.offsetHeight : 0;
    return bottom <= slideSize.height - margin && slide.scrollWidth <= slideSize.width;
  };
  // Each try lays the slide out anew, so half of what is left is ruled out by each; most slides fit at once.
  let [low, high] = fits(largest) ? [0, 0] : [1, steps - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(sizeAt(middle))) high = middle;
    else low = middle + 1;
  }
  slide.style.setProperty('--type', `${sizeAt(low)}px`);
  delete slide.dataset['measure'];
}

/** All slides are there, for the print; only one is seen, and turning to another draws those two anew. */
export const SlideView = memo(function SlideView({
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
  const blocks = useMemo(
    () => slide.blocks.map((block) => <BlockView key={block.kind} block={block} words={words} />),
    [slide, words],
  );
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
      {blocks}
    </section>
  );
});
