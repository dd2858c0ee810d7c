import type { Action, StuckCounts } from '../actions/action.ts';
import { stuckCounts } from '../actions/board.ts';
import type { FocusArea } from '../scoring/focus-areas.ts';
import type { Change } from '../scoring/results.ts';

/** How many of an organisation's people were at none of the last meetings. */
export type Absent = { readonly organisation: number; readonly people: number; readonly of: number };

/** What the latest round published, as far as a brief tells of it. */
export type LatestRound = {
  readonly round: number;
  readonly closed: Date;
  readonly change?: Change['label'];
  readonly focus: readonly FocusArea[];
};

/** What a chair reads before a meeting. */
export type Brief = {
  /** Since the last meeting ended; where none was held, ever. */
  readonly done: readonly Action[];
  readonly newlyStuck: readonly Action[];
  /** Everything that is stuck, and why, counted. */
  readonly stuck: number;
  readonly because: StuckCounts;
  /** Of a round that has closed since the last meeting; undefined: none has, or it was the first. */
  readonly change?: { readonly round: number; readonly label: Change['label'] };
  readonly focus: readonly FocusArea[];
  /** Of the last check-out. */
  readonly tooGood: boolean;
  /** Over so many last meetings; only organisations of which somebody was at none. */
  readonly absent: { readonly meetings: number; readonly by: readonly Absent[] } | undefined;
};

export type BriefFacts = {
  readonly open: readonly Action[];
  readonly closed: readonly Action[];
  /** When each action that is stuck became so. */
  readonly stuckSince: ReadonlyMap<number, Date>;
  /** When the last meeting ended; undefined: none was held. */
  readonly since: Date | undefined;
  readonly latest: LatestRound | undefined;
  readonly tooGood: boolean;
  /** Undefined: too few meetings were held to tell. */
  readonly absent: { readonly meetings: number; readonly by: readonly Absent[] } | undefined;
};

export const briefOf = ({ open, closed, stuckSince, since, latest, tooGood, absent }: BriefFacts): Brief => {
  const isSince = (at: Date | undefined): boolean => at !== undefined && (since === undefined || at > since);
  const stuck = open.filter(({ state }) => state === 'stuck');
  const label = isSince(latest?.closed) ? latest?.change : undefined;
  const by = absent?.by.filter(({ people }) => people > 0) ?? [];
  return {
    done: closed.filter((action) => action.state === 'done' && isSince(action.closed)),
    newlyStuck: stuck.filter(({ id }) => isSince(stuckSince.get(id))),
    ...{ stuck: stuck.length, because: stuckCounts(stuck) },
    ...(latest === undefined || label === undefined ? {} : { change: { round: latest.round, label } }),
    focus: latest?.focus ?? [],
    tooGood,
    absent: absent === undefined || by.length === 0 ? undefined : { meetings: absent.meetings, by },
  };
};
