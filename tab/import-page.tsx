import { type SyntheticEvent, useEffect, useRef } from 'react';
import type { Overview } from '../bot/contracts/tab-api.ts';
import type { Caller } from './send.ts';
import { sentenceOf } from './failure.ts';
import { ImportHead } from './import-head.tsx';
import { ImportFound } from './import-report.tsx';
import { type ImportSay, useImportWords } from './import-words.ts';
import { Again } from './notice.tsx';
import { useReader } from './reader.ts';
import { type Importing, useImport } from './use-import.ts';
import type { Say } from './words.ts';

export interface ImportPageProps {
  readonly caller: Caller;
  readonly channel: string;
  readonly overview: Overview;
  readonly back: () => void;
  /** Something was stored: what is shown elsewhere is old. */
  readonly imported: () => void;
}

/** A round collected elsewhere: a file, what it does not say, a check, and then the import. */
export function ImportPage({ caller, channel, overview, back, imported }: ImportPageProps) {
  const { say } = useReader();
  const words = useImportWords();
  const { now, change, choose, send } = useImport(caller, channel, overview, imported);
  const { file, head, busy, report, again } = now;
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus();
  }, []);
  const ready = report?.outcome === 'can be imported' && busy === null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send('check');
  };
  return (
    <main className="page import">
      <p>
        <button type="button" className="plain" onClick={back}>
          {words('import.back')}
        </button>
      </p>
      <h1 tabIndex={-1} ref={title}>
        {words('import.title')}
      </h1>
      <p>{words('import.about')}</p>
      <FileRules />
      <form className="card" onSubmit={submit} noValidate>
        <label>
          {words('import.file')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        </label>
        {file?.format === 'csv' && (
          <ImportHead
            head={head}
            organisations={overview.organisations}
            zone={overview.zone}
            change={(changes) => {
              change({ head: { ...head, ...changes } });
            }}
          />
        )}
        <Mapping now={now} ours={overview.organisations} change={change} />
        {now.trouble && <p role="alert">{troubleIn(now.trouble, words, say)}</p>}
        {again && (
          <p>
            <Again retry={() => void send(again)} busy={busy !== null} />
          </p>
        )}
        <div className="buttons">
          <button type="submit" className={ready ? 'plain' : 'button'} aria-disabled={busy !== null}>
            {words('import.check')}
          </button>
          <button
            type="button"
            className={ready ? 'button' : 'plain'}
            aria-disabled={!ready}
            aria-describedby="import-first"
            onClick={() => {
              if (ready) void send('import');
            }}
          >
            {words('import.import')}
          </button>
          <span className="quiet" id="import-first">
            {words(ready ? 'import.sure' : 'import.first')}
          </span>
        </div>
        <div role="status">
          {busy && (
            <p className="loading late">
              <span className="spinner" aria-hidden="true" />
              {words(`import.busy.${busy}`)}
            </p>
          )}
        </div>
      </form>
      {report && <ImportFound report={report} heading={heading} />}
    </main>
  );
}

const troubleIn = (trouble: NonNullable<Importing['trouble']>, words: ImportSay, say: Say): string =>
  typeof trouble === 'string' ? words(`import.trouble.${trouble}`) : sentenceOf(trouble, say);

function FileRules() {
  const words = useImportWords();
  return (
    <details className="read">
      <summary>{words('import.rules')}</summary>
      <ul>
        <li>{words('import.rules.columns')}</li>
        <li>{words('import.rules.answers')}</li>
        <li>{words('import.rules.submitted')}</li>
        <li>{words('import.rules.respondent')}</li>
        <li>{words('import.rules.csv')}</li>
        <li>{words('import.rules.json')}</li>
      </ul>
    </details>
  );
}

/** Which of ours each organisation of the file is, once a check has found them. */
function Mapping({
  now: { organisations, mapping },
  ours,
  change,
}: {
  readonly now: Importing;
  readonly ours: Overview['organisations'];
  readonly change: (changes: Partial<Importing>) => void;
}) {
  const words = useImportWords();
  if (organisations.length === 0) return null;
  return (
    <fieldset>
      <legend>{words('import.mapping')}</legend>
      <div className="fields">
        {organisations.map(({ key, name, organisation }, place) => (
          <div key={key} className="field">
            <label htmlFor={`mapping-${place}`}>{name === key ? key : words('import.mapping.named', { key, name })}</label>
            <select
              id={`mapping-${place}`}
              value={mapping[key] ?? organisation ?? ''}
              onChange={({ target }) => {
                change({ mapping: { ...mapping, [key]: target.value } });
              }}
            >
              <option value="">{words('import.mapping.none')}</option>
              {ours.map((own) => (
                <option key={own.id} value={own.id}>
                  {own.name}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
