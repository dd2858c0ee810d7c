import { useEffect } from 'react';

/** The title of the document while a page is shown. */
export function useTitle(page: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${page} - ${before}`;
    return () => {
      document.title = before;
    };
  }, [page]);
}
