import { useCallback } from 'react';
import { sentenceOf } from '../failure.ts';
import { Again } from '../notice.tsx';
import { useReader } from '../reader.ts';
import { useKept } from '../use-kept.ts';
import { type AtActions, fetchPartners } from './actions-api.ts';
import { OwnersField } from './owners-field.tsx';

/** New owners in place of those there are: the roster is fetched when somebody wants to choose. */
export function HandOver({
  at,
  chosen,
  choose,
}: {
  readonly at: AtActions;
  readonly chosen: readonly number[];
  readonly choose: (owners: readonly number[]) => void;
}) {
  const { say } = useReader();
  const load = useCallback(() => fetchPartners(at), [at]);
  const { value: partners, failure, busy, ask } = useKept(load);
  if (partners) return <OwnersField partners={partners} chosen={chosen} choose={choose} focused />;
  if (!failure) return <p className="late">{say('start.loading')}</p>;
  return (
    <>
      <p role="alert">{sentenceOf(failure, say)}</p>
      <Again retry={ask} busy={busy} />
    </>
  );
}
