import { useState } from 'react';
import type { Overview, Snapshot } from '../../bot/contracts/tab-api.ts';
import { noteExport } from '../api.ts';
import type { Caller } from '../send.ts';
import { sentenceOf } from '../failure.ts';
import { presentPlace } from '../place.ts';
import { useReader } from '../reader.ts';
import { nothingShown } from '../relations.ts';
import { saveFile } from '../save-file.ts';

type Kind = 'pptx' | 'csv' | 'print';
interface File {
  readonly name: string;
  readonly content: Blob;
}

/** The script that makes a file is fetched when somebody asks for one. */
const makers = {
  pptx: () => import('../pack/pack-file.ts').then(({ packFile }) => packFile),
  csv: () => import('../spreadsheet/csv-file.ts').then(({ csvFile }) => csvFile),
};

/**
 * What can be done with the results that are shown: present them, or take them along. Every file, and every print asked for here,
 * is in the log before it is made; where that fails there is none.
 */
export function TakeBar(props: { readonly caller: Caller; readonly channel: string; readonly overview: Overview }) {
  const { latest } = props.overview;
  return latest === null || nothingShown(latest.results) ? null : <Bar {...props} snapshot={latest} />;
}

function Bar({
  caller,
  channel,
  overview,
  snapshot,
}: {
  readonly caller: Caller;
  readonly channel: string;
  readonly overview: Overview;
  readonly snapshot: Snapshot;
}) {
  const reader = useReader();
  const { say } = reader;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly is: 'alert' | 'status'; readonly sentence: string } | null>(null);

  const noted = async (kind: Kind): Promise<boolean> => {
    const answer = await noteExport(caller, channel, { kind, round: snapshot.round });
    if ('failure' in answer) {
      setOutcome({ is: 'alert', sentence: say('take.refused', { reason: sentenceOf(answer.failure, say) }) });
      return false;
    }
    return true;
  };
  const make = async (kind: 'pptx' | 'csv'): Promise<void> => {
    const maker = await makers[kind]().catch(() => undefined);
    if (!maker) setOutcome({ is: 'alert', sentence: say('take.refused', { reason: say('method.unfetched') }) });
    else if (await noted(kind)) {
      const { name, content }: File = await maker(reader, overview.purpose, snapshot);
      saveFile(name, content);
      setOutcome({ is: 'status', sentence: say('take.made', { file: name }) });
    }
  };
  const printed = async (): Promise<void> => {
    setOutcome(null);
    if (await noted('print')) print();
  };
  const press = async (kind: Kind): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (kind !== 'print') setOutcome({ is: 'status', sentence: say('take.busy') });
    await (kind === 'print' ? printed() : make(kind)).catch(() => {
      setOutcome({ is: 'alert', sentence: say('take.broken') });
    });
    setBusy(false);
  };
  return (
    <section className="take" aria-label={say('take.title')}>
      <a className="plain" href={`#${presentPlace}`}>
        {say('take.present')}
      </a>
      {(['pptx', 'csv', 'print'] as const).map((kind) => (
        <button key={kind} type="button" className="plain" aria-disabled={busy} onClick={() => void press(kind)}>
          {say(`take.${kind}`)}
        </button>
      ))}
      <p role={outcome?.is ?? 'status'}>{outcome?.sentence}</p>
    </section>
  );
}
