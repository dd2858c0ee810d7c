import { snapshot, type Snapshot } from '../../bot/contracts/tab-api.ts';
import { timeline, type Timeline } from '../../bot/contracts/timeline-api.ts';
import { ask, type Fetched } from '../api.ts';
import { type Caller, pathOf } from '../send.ts';

/** A few numbers of every closed round. Never throws. */
export const fetchTimeline = (caller: Caller, channel: string): Promise<Fetched<Timeline>> =>
  ask(caller, `${pathOf(channel)}/rounds`, (body) => timeline.safeParse(body));

/** What one round published. Never throws either. */
export const fetchRound = (caller: Caller, channel: string, round: number): Promise<Fetched<Snapshot>> =>
  ask(caller, `${pathOf(channel)}/rounds/${round}`, (body) => snapshot.safeParse(body));
