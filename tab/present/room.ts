import { type RefObject, useLayoutEffect, useState } from 'react';

/** The size every slide is laid out in, CSS pixels: a projector of 1280x720 less the bar below. */
export const slideSize = { width: 1280, height: 656 };

/** Below this a slide would be too small to read: it flows with the window and scrolls, as in a meeting's side panel. */
const smallestScale = 0.5;

export interface Room {
  /** How much larger or smaller than `slideSize` the slides are drawn. */
  readonly scale: number;
  readonly narrow: boolean;
}

export function useRoom(deck: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ scale: 1, narrow: false });
  useLayoutEffect(() => {
    const place = deck.current;
    if (!place) return;
    const measure = (): void => {
      const scale = Math.min(place.clientWidth / slideSize.width, place.clientHeight / slideSize.height);
      setRoom({ scale, narrow: scale < smallestScale });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(place);
    return () => {
      watch.disconnect();
    };
  }, [deck]);
  return room;
}
