import { useEffect } from 'react';
import type { MyCollaborations } from '../../bot/contracts/my-collaborations.ts';
import type { Host } from '../host.ts';
import { Loading, Stale, Trouble } from '../notice.tsx';
import { useMeWords } from './me-words.ts';
import { MyCollaboration } from './my-collaboration.tsx';
import { useMine } from './use-mine.ts';
import './me.css';

/** The personal tab: what the reader takes part in, and what waits for them there. */
export function MePage({ host }: { readonly host: Host }) {
  const say = useMeWords();
  const { value: mine, fetchedAt, failure, busy, ask } = useMine(host);
  const shown = mine !== null;
  useEffect(() => {
    if (shown) host.shown();
  }, [shown, host]);
  if (!mine) return failure ? <Trouble failure={failure} host={host} retry={ask} busy={busy} /> : <Loading />;
  return (
    <main className="page me">
      {failure && fetchedAt && <Stale since={fetchedAt} retry={ask} busy={busy} />}
      <header>
        <h1>{say('me.title')}</h1>
        <p className="quiet">{say('me.what')}</p>
      </header>
      <List mine={mine} open={host.open} />
      <Rest mine={mine} again={ask} busy={busy} />
    </main>
  );
}

function List({ mine: { collaborations, unchecked }, open }: { readonly mine: MyCollaborations; readonly open: Host['open'] }) {
  const say = useMeWords();
  if (collaborations.length === 0) return unchecked === 0 ? <p className="card">{say('me.none')}</p> : null;
  return (
    <ul className="mine">
      {collaborations.map((one, place) => (
        <MyCollaboration key={one.open} one={one} place={place} open={open} />
      ))}
    </ul>
  );
}

/** What is not shown, and why. */
function Rest({
  mine: { unchecked, more },
  again,
  busy,
}: {
  readonly mine: MyCollaborations;
  readonly again: () => void;
  readonly busy: boolean;
}) {
  const say = useMeWords();
  return (
    <>
      {unchecked > 0 && (
        <div className="note" role="status">
          <p>{say('me.unchecked', { count: unchecked })}</p>
          <button type="button" className="button" aria-disabled={busy} onClick={again}>
            {say('me.again')}
          </button>
        </div>
      )}
      {more && <p className="note">{say('me.more')}</p>}
    </>
  );
}
