import { type RefObject, useEffect, useRef } from 'react';
import { useTitle } from './pair/use-title.ts';

/** Who comes to a page hears its heading: it gets the focus once, on arrival; what changes later must not take the focus away. */
export function useArrival(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return heading;
}
