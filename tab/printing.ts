import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Theme } from './host.ts';

/** On paper everything is light, whatever the screen is. The print is drawn right after `beforeprint`, so React may not wait. */
export function usePrintedTheme(theme: Theme): Theme {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const become = (now: boolean) => () => {
      flushSync(() => {
        setPrinting(now);
      });
    };
    const [before, after] = [become(true), become(false)];
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing ? 'light' : theme;
}
