import { useCallback, useEffect, useRef, useState } from 'react';
import { type RoundClosed, type RoundDesk, roundDesk, type RoundWish } from '../../bot/contracts/manage-api.ts';
import type { Fetched } from '../api.ts';
import type { Failure } from '../failure.ts';
import { freshOf } from '../fresh-of.ts';
import { type Desk, fetchDesk, sendClose, sendLaunch } from './manage-api.ts';

type Plan = Extract<RoundDesk, { is: 'plan' }>;

/** The plan of a round as the server makes it, launching exactly that, and closing. @param stored something was stored @param minutes for a round filled in together */
export function useDesk(desk: Desk, stored: () => void, minutes?: number) {
  const [found, setFound] = useState<RoundDesk | null>(null);
  const [closed, setClosed] = useState<RoundClosed | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const asking = useRef(false);
  const after = useRef(stored);
  after.current = stored;

  const run = useCallback(async <Value>(request: Promise<Fetched<Value>>): Promise<Fetched<Value>> => {
    asking.current = true;
    setBusy(true);
    const fetched = await request;
    asking.current = false;
    setBusy(false);
    setFailure('failure' in fetched ? fetched.failure : null);
    return fetched;
  }, []);

  const ask = useCallback(
    async (wish?: RoundWish): Promise<void> => {
      const fetched = await run(fetchDesk(desk, wish, wish === undefined ? minutes : undefined));
      if ('value' in fetched) setFound(fetched.value);
    },
    [desk, run, minutes],
  );
  useEffect(() => void ask(), [ask]);

  const launch = async ({ wish, mode, invited, reminders }: Plan): Promise<void> => {
    if (asking.current) return;
    const fetched = await run(sendLaunch(desk, { wish, shown: { mode, invited, reminders } }));
    const now = 'value' in fetched ? fetched.value : freshOf(fetched, roundDesk);
    if (now !== undefined) setFound(now);
    if ('value' in fetched) {
      setClosed(null);
      after.current();
    }
  };
  const close = async (round: number): Promise<void> => {
    if (asking.current) return;
    const fetched = await run(sendClose(desk, round));
    if (!('value' in fetched)) return;
    setClosed(fetched.value);
    after.current();
    await ask();
  };
  return { found, closed, failure, busy, ask, launch, close };
}
