import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { type DeliveriesPage, deliveriesPage, type deliveriesQuery } from '../../bot/contracts/deliveries-api.ts';
import { ask, type Fetched } from '../api.ts';
import type { Failure } from '../failure.ts';
import { answerWithinMs, type Caller, pathOf } from '../send.ts';

export type Only = z.output<typeof deliveriesQuery>['only'];

const fetchPage = (caller: Caller, channel: string, only: Only, before?: number): Promise<Fetched<DeliveriesPage>> =>
  ask(caller, `${pathOf(channel)}/deliveries?only=${only}${before === undefined ? '' : `&before=${before}`}`, (body) =>
    deliveriesPage.safeParse(body),
  );

const sendStopped = (caller: Caller, channel: string, stopped: boolean): Promise<Fetched<DeliveriesPage>> =>
  ask(caller, `${pathOf(channel)}/deliveries`, (body) => deliveriesPage.safeParse(body), {
    body: { stopped },
    withinMs: answerWithinMs,
  });

/** What was sent, a page at a time, and the switch for all messages. */
export function useDeliveries(caller: Caller, channel: string) {
  const [found, setFound] = useState<DeliveriesPage | null>(null);
  const [only, setOnly] = useState<Only>('all');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** An answer to an earlier question comes too late. */
  const latest = useRef(0);

  const run = useCallback(
    async (request: Promise<Fetched<DeliveriesPage>>, take: (page: DeliveriesPage) => void): Promise<void> => {
      const mine = (latest.current += 1);
      setBusy(true);
      const fetched = await request;
      if (mine !== latest.current) return;
      setBusy(false);
      setFailure('failure' in fetched ? fetched.failure : null);
      if ('value' in fetched) take(fetched.value);
    },
    [],
  );

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
  const change = (stopped: boolean) => {
    setOnly('all');
    void run(sendStopped(caller, channel, stopped), setFound);
  };
  return { found, only, failure, busy, show, older, change };
}
