import { useState } from 'react';
import type { ExportWish } from '../../bot/contracts/exports-api.ts';
import type { Summary } from '../../bot/contracts/summary-api.ts';
import { noteExport } from '../api.ts';
import { sentenceOf } from '../failure.ts';
import { useReader } from '../reader.ts';
import { saveFile } from '../save-file.ts';
import type { Caller } from '../send.ts';
import { useSummaryWords } from './summary-words.ts';

type PageName = Extract<ExportWish, { kind: 'pptx' | 'print'; page: string }>['page'];

/** Prints the page or makes a file of it; each is in the log before it is made, and where that fails there is none. */
export function TakePage({
  caller,
  channel,
  page,
  summary,
}: {
  readonly caller: Caller;
  readonly channel: string;
  readonly page: PageName;
  readonly summary: Summary;
}) {
  const reader = useReader();
  const { say } = reader;
  const words = useSummaryWords();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly is: 'alert' | 'status'; readonly sentence: string } | null>(null);

  const noted = async (kind: 'pptx' | 'print'): Promise<boolean> => {
    const answer = await noteExport(caller, channel, { kind, page });
    if (!('failure' in answer)) return true;
    setOutcome({ is: 'alert', sentence: say('take.refused', { reason: sentenceOf(answer.failure, say) }) });
    return false;
  };
  const printed = async (): Promise<void> => {
    setOutcome(null);
    if (await noted('print')) print();
  };
  const made = async (): Promise<void> => {
    setOutcome({ is: 'status', sentence: say('take.busy') });
    const maker = await import('../pack/summary-file.ts').catch(() => undefined);
    if (!maker) setOutcome({ is: 'alert', sentence: say('take.refused', { reason: say('method.unfetched') }) });
    else if (await noted('pptx')) {
      const { name, content } = await maker.summaryFile(reader, summary);
      saveFile(name, content);
      setOutcome({ is: 'status', sentence: say('take.made', { file: name }) });
    }
  };
  const press = async (deed: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await deed().catch(() => {
      setOutcome({ is: 'alert', sentence: say('take.broken') });
    });
    setBusy(false);
  };
  return (
    <div className="take">
      <button type="button" className="plain" aria-disabled={busy} onClick={() => void press(printed)}>
        {say('take.print')}
      </button>
      {page === 'summary' && (
        <button type="button" className="plain" aria-disabled={busy} onClick={() => void press(made)}>
          {words('summary.pptx')}
        </button>
      )}
      <p role={outcome?.is ?? 'status'}>{outcome?.sentence}</p>
    </div>
  );
}
