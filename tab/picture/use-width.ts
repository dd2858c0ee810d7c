import { type RefObject, useEffect, useRef, useState } from 'react';

/** The inner width of an element in whole pixels, kept up to date; 0 until it is known and while it is not shown. */
export function useWidth(): { readonly of: RefObject<HTMLDivElement | null>; readonly width: number } {
  const of = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!of.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    watch.observe(of.current);
    return () => {
      watch.disconnect();
    };
  }, []);
  return { of, width };
}
