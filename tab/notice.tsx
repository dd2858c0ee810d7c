import { type ReactNode, useEffect } from 'react';
import { type Failure, sentenceOf } from './failure.ts';
import type { Host } from './host.ts';
import { readerIn, useReader } from './reader.ts';
import { languageOf } from './language.ts';

const Alone = ({ children }: { readonly children: ReactNode }) => <main className="alone">{children}</main>;

/** Where something will stand. The words come after half a second, so that nothing flickers where the answer is quick. */
export function Waiting() {
  const { say } = useReader();
  return (
    <>
      <p role="status" className="loading late">
        <span className="spinner" aria-hidden="true" />
        {say('start.loading')}
      </p>
      <div className="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </>
  );
}

export const Loading = () => (
  <main className="page">
    <Waiting />
  </main>
);

export function OpenInTeams() {
  const { say } = useReader();
  return (
    <Alone>
      <h1>{say('outside.title')}</h1>
      <p>{say('outside.text')}</p>
    </Alone>
  );
}

/** A whole screen for a failure: one plain sentence, and the way to try again where that can help. */
export function Trouble({
  failure,
  host,
  retry,
  busy = false,
  back = false,
}: {
  readonly failure: Failure;
  readonly host: Host;
  readonly retry?: () => void;
  readonly busy?: boolean;
  /** On a page of its own: there is a way back to the first screen. */
  readonly back?: boolean;
}) {
  const { say } = useReader();
  const sentence = sentenceOf(failure, say);
  useEffect(() => {
    host.refused(sentence);
  }, [host, sentence]);
  return (
    <Alone>
      <h1>{say('failure.title')}</h1>
      <p role="alert">{sentence}</p>
      {back && (
        <p>
          <BackLink />
        </p>
      )}
      {retry && <Again retry={retry} busy={busy} />}
    </Alone>
  );
}

const reload = () => {
  location.reload();
};

/** After an error nobody foresaw: stands on its own, without theme or reader. */
export function Crashed() {
  const { say } = readerIn(languageOf(navigator.language), 'UTC');
  return (
    <Alone>
      <h1>{say('failure.title')}</h1>
      <p role="alert">{sentenceOf({ kind: 'crashed' }, say)}</p>
      <button type="button" onClick={reload}>
        {say('again')}
      </button>
    </Alone>
  );
}

/** A page that is fetched on demand did not come. Loading everything anew helps too when the server has a newer version. */
export function Unfetched() {
  const { say } = useReader();
  return (
    <Alone>
      <h1>{say('failure.title')}</h1>
      <p role="alert">{say('method.unfetched')}</p>
      <p>
        <BackLink />
      </p>
      <Again retry={reload} busy={false} />
    </Alone>
  );
}

/** From a page of its own back to the first screen. */
export function BackLink() {
  const { say } = useReader();
  return (
    <a className="link" href="#">
      {say('method.back')}
    </a>
  );
}

/** A plain button in Fluent's colours: Fluent's own would add 9 KB to what must load before the first screen. */
export function Again({ retry, busy }: { readonly retry: () => void; readonly busy: boolean }) {
  const { say } = useReader();
  return (
    <button type="button" className="button" onClick={retry} aria-disabled={busy}>
      {say('again')}
    </button>
  );
}

/** A line above what is still shown from before. */
export function Stale({ since, retry, busy }: { readonly since: Date; readonly retry: () => void; readonly busy: boolean }) {
  const { say, clock } = useReader();
  return (
    <div className="note stale" role="status">
      <p>{say('stale', { time: clock(since) })}</p>
      <Again retry={retry} busy={busy} />
    </div>
  );
}
