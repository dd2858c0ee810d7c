import { useCallback, useMemo } from 'react';
import { setUp as shape, type SetUp } from '../../bot/contracts/manage-api.ts';
import type { Fetched } from '../api.ts';
import { usePage } from '../use-page.ts';
import { type Desk, fetchSetUp, sendClosing, sendLink, sendSetUp } from './manage-api.ts';

/** Set-up as the server has it, for every part of the page. */
export interface AtDesk {
  readonly desk: Desk;
  readonly setUp: SetUp;
  /** Sends a change of the version that is shown, and shows what came of it, also where somebody else was faster. */
  readonly send: <Part extends Parameters<typeof sendSetUp>[1]>(
    part: Part,
    change: Omit<Parameters<typeof sendSetUp<Part>>[2], 'version'>,
  ) => Promise<Fetched<SetUp>>;
  /** Answers a channel that asks, or ends a link, and shows what came of it. */
  readonly link: (change: Parameters<typeof sendLink>[1]) => Promise<Fetched<SetUp>>;
  /** Closes the collaboration for good. */
  readonly close: () => Promise<Fetched<SetUp>>;
  /** Something else was stored, such as on the roster. */
  readonly stored: () => void;
}

/** @param changed something was stored */
export function useSetUp(desk: Desk, changed: () => void) {
  const {
    page: setUp,
    failure,
    busy,
    load,
    show,
  } = usePage(
    useCallback(() => fetchSetUp(desk), [desk]),
    shape,
  );

  const at = useMemo((): AtDesk | null => {
    if (setUp === null) return null;
    const send: AtDesk['send'] = async (part, change) => {
      const whole = { ...change, version: setUp.version } as Parameters<typeof sendSetUp<typeof part>>[2];
      const fetched = await sendSetUp(desk, part, whole);
      show(fetched);
      if ('value' in fetched) changed();
      return fetched;
    };
    const link: AtDesk['link'] = async (change) => {
      const fetched = await sendLink(desk, change);
      show(fetched);
      if ('value' in fetched) changed();
      return fetched;
    };
    const close = async () => {
      const fetched = await sendClosing(desk);
      show(fetched);
      if ('value' in fetched) changed();
      return fetched;
    };
    const stored = () => {
      changed();
      load();
    };
    return { desk, setUp, send, link, close, stored };
  }, [setUp, desk, load, show, changed]);
  return { at, failure, busy, load };
}
