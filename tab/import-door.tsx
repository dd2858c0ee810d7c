import { useEffect, useState } from 'react';
import { sentenceOf } from './failure.ts';
import type { ImportPage, ImportPageProps } from './import-page.tsx';
import { Loading } from './notice.tsx';
import { useReader } from './reader.ts';

/** Fetches the page for imports when it is opened: few people need it, and everybody would wait for it. */
export function ImportDoor(props: ImportPageProps) {
  const { say } = useReader();
  const [page, setPage] = useState<{ readonly Page: typeof ImportPage } | 'failed'>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    const put = (found: typeof page) => {
      if (!gone) setPage(found);
    };
    void import('./import-page.tsx').then(
      ({ ImportPage: Page }) => {
        put({ Page });
      },
      () => {
        put('failed');
      },
    );
    return () => {
      gone = true;
    };
  }, [attempt]);
  if (page === undefined) return <Loading />;
  if (page !== 'failed') return <page.Page {...props} />;
  const again = () => {
    setPage(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <main className="alone">
      <h1>{say('failure.title')}</h1>
      <p role="alert">{sentenceOf({ kind: 'offline' }, say)}</p>
      <button type="button" className="button" onClick={again}>
        {say('again')}
      </button>
      <p>
        <button type="button" className="plain" onClick={props.back}>
          {say('method.back')}
        </button>
      </p>
    </main>
  );
}
