import { useState } from 'react';
import type { MyData } from '../bot/contracts/tab-api.ts';
import type { Fetched } from './api.ts';
import { type Failure, sentenceOf } from './failure.ts';
import { useReader } from './reader.ts';
import { saveFile } from './save-file.ts';

const save = (data: MyData): void => {
  saveFile('my-data.json', new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
};

/** At the foot of the page: everything stored about the reader, to keep. */
export function OwnData({ load }: { readonly load: () => Promise<Fetched<MyData>> }) {
  const { say } = useReader();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const download = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const fetched = await load();
    setBusy(false);
    setFailure('failure' in fetched ? fetched.failure : null);
    if ('value' in fetched) save(fetched.value);
  };
  return (
    <section className="own" aria-labelledby="own-data">
      <h2 id="own-data">{say('own.title')}</h2>
      <p className="quiet">{say('own.text')}</p>
      {failure && <p role="alert">{sentenceOf(failure, say)}</p>}
      <button type="button" className="button second" aria-disabled={busy} onClick={() => void download()}>
        {say('own.download')}
      </button>
    </section>
  );
}
