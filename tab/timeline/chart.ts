import type { RoundOnTimeline } from '../../bot/contracts/timeline-api.ts';

export type RelationalRound = Extract<RoundOnTimeline, { instrument: 'relational' }>;

/** The network index of a round; null where it has none that may be shown. */
export const indexOf = (round: RelationalRound): number | null => (round.mode === 'matrix' ? round.network.index : null);

/** Fewer rounds with a value than this are no trend (method.md, scoring 7). */
export const fewestForTrend = 3;

/** Why two neighbours are not joined, or why a round has no point. */
export type Gap =
  | { readonly why: 'audience' | 'form'; readonly before: RelationalRound; readonly after: RelationalRound }
  | { readonly why: 'pooled' | 'hidden'; readonly round: RelationalRound };

const samePeople = (one: RelationalRound, other: RelationalRound): boolean =>
  one.audience.length === other.audience.length && one.audience.every((role) => other.audience.includes(role));

/** What stands between two neighbours that both have an index; undefined: they may be joined. */
const between = (before: RelationalRound, after: RelationalRound): Gap | undefined => {
  if (!samePeople(before, after)) return { why: 'audience', before, after };
  return before.form === after.form ? undefined : { why: 'form', before, after };
};

/** Every break of the line, in the order of the rounds. A line never passes over a round that has no index. */
export function gapsOf(rounds: readonly RelationalRound[]): Gap[] {
  return rounds.flatMap((round, at): Gap[] => {
    if (indexOf(round) === null) return [{ why: round.mode === 'pooled' ? 'pooled' : 'hidden', round }];
    const before = rounds[at - 1];
    const gap = before && indexOf(before) !== null ? between(before, round) : undefined;
    return gap ? [gap] : [];
  });
}

export interface Column {
  readonly round: RelationalRound;
  readonly x: number;
  /** Of its point; null where it has none. */
  readonly y: number | null;
}
export interface Chart {
  readonly width: number;
  readonly height: number;
  /** The plot: its left and right edge, and the heights of the values 1 to 5. */
  readonly left: number;
  readonly right: number;
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly columns: readonly Column[];
  /** From point to point, where the two may be compared. */
  readonly joins: readonly { readonly from: Column; readonly to: Column }[];
}

const plot = { top: 26, bottom: 226, left: 28, right: 8, below: 46 };
/** A column is at least as wide as what stands under it, and no wider than the eye follows. */
const step = { least: 76, most: 220 };

const heightOf = (value: number): number => plot.bottom - ((value - 1) / 4) * (plot.bottom - plot.top);

/** One step per round in the order of their closing, heights from 1 at the foot to 5. May come out wider than `width`, pixels. */
export function chartOf(rounds: readonly RelationalRound[], width: number): Chart {
  const room = (width - plot.left - plot.right) / Math.max(1, rounds.length);
  const wide = Math.min(step.most, Math.max(step.least, room));
  const columns = rounds.map((round, at): Column => {
    const index = indexOf(round);
    return { round, x: plot.left + wide * (at + 0.5), y: index === null ? null : heightOf(index) };
  });
  const joins = columns.flatMap((to, at) => {
    const from = columns[at - 1];
    const joined = from && from.y !== null && to.y !== null && between(from.round, to.round) === undefined;
    return joined ? [{ from, to }] : [];
  });
  const right = plot.left + wide * rounds.length;
  const levels = [1, 2, 3, 4, 5].map((value) => ({ value, y: heightOf(value) }));
  return { width: right + plot.right, height: plot.bottom + plot.below, left: plot.left, right, levels, columns, joins };
}
