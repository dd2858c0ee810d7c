import { type ReactNode, useCallback, useState } from 'react';
import type { Board } from '../../bot/contracts/actions-api.ts';
import { stuckReasons } from '../../bot/contracts/action-choices.ts';
import type { Host } from '../host.ts';
import { Loading, Stale, Trouble } from '../notice.tsx';
import { actionsPlace, newActionPlace } from '../place.ts';
import { useAskAgain, useKept } from '../use-kept.ts';
import { type AtActions, fetchBoard } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { BoardFilter, everything, fits } from './board-filter.tsx';
import { Groups } from './board-groups.tsx';
import { PageFrame } from './page-frame.tsx';

/** Everything agreed, by how it stands; asked for again when the page comes back into sight. */
export function BoardPage({ host, at }: { readonly host: Host; readonly at: AtActions }) {
  const load = useCallback(() => fetchBoard(at), [at]);
  const { value: board, fetchedAt, failure, busy, ask } = useKept(load);
  useAskAgain(ask, { wanted: true });
  if (!board) return failure ? <Trouble failure={failure} host={host} retry={ask} busy={busy} back /> : <Loading />;
  return <Shown board={board} stale={failure && fetchedAt && <Stale since={fetchedAt} retry={ask} busy={busy} />} />;
}

function Shown({ board, stale }: { readonly board: Board; readonly stale: ReactNode }) {
  const words = useActionsWords();
  const [filter, setFilter] = useState(everything);
  const shown = board.actions.filter((action) => fits(action, filter));
  return (
    <PageFrame title={words('actions.title')} share={actionsPlace}>
      {stale}
      <p>{words('actions.intro')}</p>
      {board.mayAgree ? (
        <p>
          <a className="button go" href={`#${newActionPlace}`}>
            {words('actions.new')}
          </a>
        </p>
      ) : (
        <p className="note">{words('actions.noPlace')}</p>
      )}
      {board.actions.length === 0 ? (
        <section className="card">
          <h2>{words('actions.none')}</h2>
          <p>{words('actions.none.next')}</p>
        </section>
      ) : (
        <>
          <BoardFilter board={board} filter={filter} change={setFilter} shown={shown.length} />
          {filter === everything && <Why stuck={board.stuck} />}
          <Groups actions={shown} organisations={board.organisations} />
          {board.more && <p className="quiet">{words('actions.more')}</p>}
        </>
      )}
    </PageFrame>
  );
}

function Why({ stuck }: { readonly stuck: Board['stuck'] }) {
  const words = useActionsWords();
  const reasons = stuckReasons.filter((reason) => (stuck[reason] ?? 0) > 0);
  if (reasons.length === 0) return null;
  return (
    <section className="card" aria-labelledby="why-stuck">
      <h2 id="why-stuck">{words('why.title')}</h2>
      <ul className="counts">
        {reasons.map((reason) => (
          <li key={reason}>{words('why.count', { because: words(`because.${reason}`), count: stuck[reason] ?? 0 })}</li>
        ))}
      </ul>
    </section>
  );
}
