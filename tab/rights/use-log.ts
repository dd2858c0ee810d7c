import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { type LogPage, logPage, type logQuery } from '../../bot/contracts/log-api.ts';
import { ask, type Fetched } from '../api.ts';
import type { Failure } from '../failure.ts';
import { type Caller, pathOf } from '../send.ts';

export type Only = z.output<typeof logQuery>['only'];

const fetchPage = (caller: Caller, channel: string, only: Only, before?: number): Promise<Fetched<LogPage>> =>
  ask(caller, `${pathOf(channel)}/log?only=${only}${before === undefined ? '' : `&before=${before}`}`, (body) =>
    logPage.safeParse(body),
  );

/** The log, a page at a time. */
export function useLog(caller: Caller, channel: string) {
  const [found, setFound] = useState<LogPage | null>(null);
  const [only, setOnly] = useState<Only>('all');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** An answer to an earlier question comes too late. */
  const latest = useRef(0);

  const run = useCallback(async (request: Promise<Fetched<LogPage>>, take: (page: LogPage) => void): Promise<void> => {
    const mine = (latest.current += 1);
    setBusy(true);
    const fetched = await request;
    if (mine !== latest.current) return;
    setBusy(false);
    setFailure('failure' in fetched ? fetched.failure : null);
    if ('value' in fetched) take(fetched.value);
  }, []);

  const show = useCallback(
    (wanted: Only) => {
      setOnly(wanted);
      void run(fetchPage(caller, channel, wanted), setFound);
    },
    [caller, channel, run],
  );
  useEffect(() => {
    show('all');
  }, [show]);

  const older = () => {
    const last = found?.rows.at(-1);
    if (last === undefined || busy) return;
    void run(fetchPage(caller, channel, only, last.id), (page) => {
      setFound((before) => ({ ...page, rows: [...(before?.rows ?? []), ...page.rows] }));
    });
  };
  return { found, only, failure, busy, show, older };
}
