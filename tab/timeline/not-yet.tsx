import { type Failure, sentenceOf } from '../failure.ts';
import { BackLink, Loading } from '../notice.tsx';
import { useReader } from '../reader.ts';

/** What stands on the page until its answer is here, and where none comes: why, a way back, and another try. */
export function NotYet({
  failure,
  busy,
  again,
}: {
  readonly failure: Failure | undefined;
  readonly busy: boolean;
  readonly again: () => void;
}) {
  const { say } = useReader();
  if (!failure) return <Loading />;
  return (
    <main className="alone">
      <h1>{say('failure.title')}</h1>
      <p role="alert">{sentenceOf(failure, say)}</p>
      <p>
        <BackLink />
      </p>
      <button type="button" className="button" onClick={again} aria-disabled={busy}>
        {say('again')}
      </button>
    </main>
  );
}
