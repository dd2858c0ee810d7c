import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The inner width of an element in whole pixels, kept up to date; 0 until it is known. While it is not shown, the last one: what was drawn
 * for it is there again at once.
 */
export function useWidth(): { readonly of: RefObject<HTMLDivElement | null>; readonly width: number } {
  const of = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  // Before the first painting, so that what needs the width is in it.
  useLayoutEffect(() => {
    if (!of.current) return;
    const take = (found: number) => {
      if (found > 0) setWidth(Math.floor(found));
    };
    take(of.current.clientWidth);
    const watch = new ResizeObserver(([entry]) => {
      if (entry) take(entry.contentRect.width);
    });
    watch.observe(of.current);
    return () => {
      watch.disconnect();
    };
  }, []);
  return { of, width };
}
