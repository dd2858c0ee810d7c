import { useCallback, useMemo, useState } from 'react';
import { handOver, type HandOver } from '../../bot/contracts/hand-over-api.ts';
import { ask, noteExport } from '../api.ts';
import { sentenceOf } from '../failure.ts';
import '../manage/manage.css';
import { BackLink, Loading, Trouble } from '../notice.tsx';
import { readerIn, ReaderContext, useReader } from '../reader.ts';
import type { RightsProps } from '../rights-door.tsx';
import { saveFile } from '../save-file.ts';
import { type Caller, pathOf } from '../send.ts';
import { useArrival } from '../use-arrival.ts';
import { useCaller } from '../use-caller.ts';
import { usePage } from '../use-page.ts';
import { keptFile, type KeptFile } from './keep-files.ts';
import { useRightsWords } from './rights-words.ts';

const wishes = {
  'results-csv': { kind: 'csv', page: 'results' },
  'results-json': { kind: 'json', page: 'results' },
  'actions-csv': { kind: 'csv', page: 'actions' },
  'decisions-csv': { kind: 'csv', page: 'decisions' },
} as const;

/** Everything the partners may keep, as files: before the collaboration is closed, and after it. */
export function KeepPage({ host, channel }: RightsProps) {
  const caller = useCaller(host);
  const fetchAll = useCallback(
    () => ask(caller, `${pathOf(channel)}/hand-over`, (body) => handOver.safeParse(body)),
    [caller, channel],
  );
  const { page, failure, busy, load } = usePage(fetchAll, handOver);
  const reader = useMemo(() => readerIn(host.language, 'UTC'), [host.language]);
  if (!page) return failure ? <Trouble failure={failure} host={host} retry={load} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Kept all={page} caller={caller} channel={channel} />
    </ReaderContext>
  );
}

interface Props {
  readonly all: HandOver;
  readonly caller: Caller;
  readonly channel: string;
}

function Kept(props: Props) {
  const words = useRightsWords();
  const heading = useArrival(words('keep.title'));
  const { rounds, actions, decisions } = props.all;
  const [said, setSaid] = useState<Said>(null);
  const part = { ...props, setSaid };
  return (
    <main className="page manage">
      <header className="purpose">
        <p>
          <BackLink />
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {words('keep.title')}
        </h1>
        <p>{words('keep.intro')}</p>
        <p className="quiet">{words('keep.care')}</p>
      </header>
      <Part
        {...part}
        id="kept-results"
        title={words('keep.results', { count: rounds.length })}
        files={['results-csv', 'results-json']}
      />
      <Part {...part} id="kept-actions" title={words('keep.actions', { count: actions.length })} files={['actions-csv']} />
      <Part
        {...part}
        id="kept-decisions"
        title={words('keep.decisions', { count: decisions.length })}
        files={['decisions-csv']}
      />
      <p role={said?.is ?? 'status'}>{said?.sentence}</p>
    </main>
  );
}

type Said = { readonly is: 'alert' | 'status'; readonly sentence: string } | null;

interface PartProps extends Props {
  readonly id: string;
  readonly title: string;
  readonly files: readonly KeptFile[];
  readonly setSaid: (said: Said) => void;
}

function Part({ id, title, files, all, caller, channel, setSaid }: PartProps) {
  const words = useRightsWords();
  const reader = useReader();
  const { say } = reader;
  const [busy, setBusy] = useState(false);
  const take = async (of: KeptFile): Promise<void> => {
    if (busy) return;
    setBusy(true);
    // In the log before it exists; where that fails there is none.
    const noted = await noteExport(caller, channel, wishes[of]);
    setBusy(false);
    if ('failure' in noted) {
      setSaid({ is: 'alert', sentence: say('take.refused', { reason: sentenceOf(noted.failure, say) }) });
      return;
    }
    const { name, content } = keptFile(reader, of, all);
    saveFile(name, content);
    setSaid({ is: 'status', sentence: say('take.made', { file: name }) });
  };
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="buttons">
        {files.map((of) => (
          <button key={of} type="button" className="plain" aria-disabled={busy} onClick={() => void take(of)}>
            {words(`take.${of}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
