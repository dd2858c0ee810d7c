import { sentenceOf } from './failure.ts';
import { useReader } from './reader.ts';
import type { Deed } from './use-deed.ts';

/** What became of the last press, where it is not to be seen. */
export function DeedSaid({ deed: { busy, failure } }: { readonly deed: Deed }) {
  const { say } = useReader();
  return (
    <>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      <span className="said" role="status">
        {busy && <span className="late">{say('deed.busy')}</span>}
      </span>
    </>
  );
}
