import { useMemo } from 'react';
import type { ActionPage as Page } from '../../bot/contracts/actions-api.ts';
import type { Host } from '../host.ts';
import { Loading, Trouble } from '../notice.tsx';
import { actionPlace } from '../place.ts';
import { readerIn, ReaderContext } from '../reader.ts';
import { ActionFacts } from './action-facts.tsx';
import type { AtActions } from './actions-api.ts';
import { useActionsWords } from './actions-words.ts';
import { History } from './history.tsx';
import { HowItGoes } from './how-it-goes.tsx';
import { NudgeNow } from './nudge-now.tsx';
import { PageFrame } from './page-frame.tsx';
import { type Change, useAction } from './use-action.ts';

/** Everything about one action, and what the reader may say about it. */
export function ActionPage({
  action,
  host,
  at,
  changed,
}: {
  readonly action: number;
  readonly host: Host;
  readonly at: AtActions;
  readonly changed: () => void;
}) {
  const { page, failure, busy, load, say } = useAction(at, action, changed);
  const zone = page?.zone ?? 'UTC';
  const reader = useMemo(() => readerIn(host.language, zone), [host.language, zone]);
  if (page === null) return failure ? <Trouble failure={failure} host={host} retry={load} busy={busy} back /> : <Loading />;
  return (
    <ReaderContext value={reader}>
      <Shown page={page} at={at} say={say} />
    </ReaderContext>
  );
}

function Shown({ page, at, say }: { readonly page: Page; readonly at: AtActions; readonly say: Change }) {
  const words = useActionsWords();
  const { action, mayNudge } = page;
  const closed = action.state === 'done' || action.state === 'dropped';
  return (
    <PageFrame
      title={action.text}
      toBoard
      share={actionPlace(action.id)}
      tags={
        <p className="facts">
          <span className="tag">{words(`kind.${action.kind}`)}</span>
          {action.own && <span className="tag">{words('line.own')}</span>}
        </p>
      }
    >
      <ActionFacts page={page} />
      <HowItGoes page={page} at={at} say={say} />
      {mayNudge && !closed && <NudgeNow action={action} at={at} />}
      <History page={page} />
    </PageFrame>
  );
}
