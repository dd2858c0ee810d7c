import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { useMeetingWords } from './meeting-words.ts';
import type { Deed } from './use-deed.ts';

/** What became of the last press, where it is not to be seen. */
export function DeedSaid({ deed: { busy, failure } }: { readonly deed: Deed }) {
  const words = useMeetingWords();
  const { say } = useReader();
  return (
    <>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      <span className="said" role="status">
        {busy && <span className="late">{words('deed.busy')}</span>}
      </span>
    </>
  );
}
