import { useCallback, useMemo } from 'react';
import type { Overview } from '../../bot/contracts/tab-api.ts';
import { fetchOverview, type Good } from '../api.ts';
import type { Host } from '../host.ts';
import { useManageWords } from '../manage/manage-words.ts';
import { Loading, Trouble } from '../notice.tsx';
import { OpenRound } from '../open-round.tsx';
import type { Caller } from '../send.ts';
import { useAskAgain, useKept } from '../use-kept.ts';
import { Countdown } from './countdown.tsx';
import { FillInDesk } from './fill-in-desk.tsx';

/** People sit and wait for the last ones: the counts are asked for this often, in milliseconds. */
const everyMs = 5_000;

/** Results younger than this, in milliseconds, are those of this meeting. */
const justNowMs = 60 * 60_000;

export interface FillInProps {
  readonly host: Host;
  readonly caller: Caller;
  readonly channel: string;
  /** The reader leads the meeting. */
  readonly mayLead: boolean;
}

/** The survey filled in together, at the start of a meeting: started by who leads it, then a countdown and counts for everybody. */
export function FillInSection({ host, caller, channel, mayLead }: FillInProps) {
  const words = useManageWords();
  const load = useCallback((before?: Good<Overview>) => fetchOverview(caller, channel, before), [caller, channel]);
  const { value: overview, ahead, failure, busy, ask } = useKept(load);
  const open = overview?.open ?? null;
  useAskAgain(ask, { wanted: true, ...(open !== null || !mayLead ? { everyMs } : {}) });
  const desk = useMemo(() => ({ caller, channel }), [caller, channel]);
  if (!overview) return failure ? <Trouble failure={failure} host={host} retry={ask} busy={busy} /> : <Loading />;
  if (open !== null)
    return (
      <>
        <Countdown until={open.closes} ahead={ahead} passed={ask} />
        <OpenRound open={open} organisations={overview.organisations} />
        <p className="note">{words('fillIn.where')}</p>
      </>
    );
  const { latest } = overview;
  if (latest !== null && Date.now() + ahead - Date.parse(latest.closed) < justNowMs)
    return (
      <p className="note" role="status">
        {words('fillIn.closed', { round: latest.round })}{' '}
        <a className="link" href="#">
          {words('fillIn.results')}
        </a>
      </p>
    );
  if (!mayLead) return null;
  return <FillInDesk desk={desk} organisations={overview.organisations} started={ask} />;
}
