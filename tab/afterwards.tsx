import { type ReactNode, startTransition, useEffect, useState } from 'react';

/** What stands below the first screen: drawn when everything around it stands, and in pieces, so that a press need not wait for it. */
export function Afterwards({ children }: { readonly children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setDrawn(true);
    });
  }, []);
  return drawn ? children : null;
}
