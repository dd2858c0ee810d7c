import { summary, type Summary } from '../../bot/contracts/summary-api.ts';
import { ask, type Fetched } from '../api.ts';
import { type Caller, pathOf } from '../send.ts';

/** Never throws. */
export const fetchSummary = (caller: Caller, channel: string): Promise<Fetched<Summary>> =>
  ask(caller, `${pathOf(channel)}/summary`, (body) => summary.safeParse(body));
