import { stuckReasons } from '../actions/action.ts';
import type { StuckCounts, StuckReason } from '../actions/action.ts';
import { firstHighest } from './first-highest.ts';
import { tenthsOf } from './fraction.ts';
import { itemMeansOf } from './item-means.ts';
import type { ItemMean } from './item-means.ts';
import { orderedPairs, pairsOf } from './network.ts';
import type { MatrixResults, Results } from './results.ts';
import { strengthOf } from './strength.ts';
import type { Strength } from './strength.ts';
import { clearGapTenths } from './value.ts';

/** Why to talk about it: the facts for one sentence, all of them published. Values are those of the pair's two cells. */
export type FocusArea =
  | { kind: 'expectation gap'; from: string; to: string; need: number; canGive: number; gap: number }
  /** `gap`: how `one` sees `other`, less how `other` sees `one`. */
  | { kind: 'asymmetric pair'; one: string; other: string; there: number; back: number; gap: number }
  | { kind: 'mutual attention'; one: string; other: string; there: number; back: number; strength: number }
  | ({ kind: 'item' } & ItemMean)
  | { kind: 'stuck because'; reason: StuckReason; count: number };

export type FocusAreas = {
  /** At most three. */
  proposed: FocusArea[];
  /** Null: nothing is published that could be one. */
  strength: Strength | null;
};

const mostProposed = 3;
/** So many actions stuck for one reason are a matter of the partners together, and no longer of one owner. */
const fewestStuck = 3;

type Kind<Name extends FocusArea['kind']> = Extract<FocusArea, { kind: Name }>;

const expectationGaps = (results: MatrixResults, organisations: readonly string[]): Kind<'expectation gap'>[] =>
  orderedPairs(organisations).flatMap(([from, to]) => {
    const found = results.expectationGaps[`${from} needs from ${to}`];
    if (found === undefined || 'hidden' in found || tenthsOf(found.gap) < clearGapTenths) return [];
    return [{ kind: 'expectation gap', from, to, need: found.need, canGive: found.canGive, gap: found.gap }];
  });

/** The pairs with both sides published, each with its two values. */
const openPairs = ({ cells, pairs }: MatrixResults, organisations: readonly string[]) =>
  pairsOf(organisations).flatMap(([one, other]) => {
    const [pair, there, back] = [pairs[`${one}-${other}`], cells[`${one}>${other}`], cells[`${other}>${one}`]];
    const open = pair && 'strength' in pair && there && 'index' in there && back && 'index' in back;
    return open ? [{ one, other, there: there.index, back: back.index, ...pair }] : [];
  });

const asymmetricPairs = (results: MatrixResults, organisations: readonly string[]): Kind<'asymmetric pair'>[] =>
  openPairs(results, organisations)
    .filter(({ status }) => status === 'asymmetric')
    .map(({ one, other, there, back, gap }) => ({ kind: 'asymmetric pair', one, other, there, back, gap }));

const attentionPairs = (results: MatrixResults, organisations: readonly string[]): Kind<'mutual attention'>[] =>
  openPairs(results, organisations)
    .filter(({ status }) => status === 'mutual attention')
    .map(({ one, other, there, back, strength }) => ({ kind: 'mutual attention', one, other, there, back, strength }));

const stuckOften = (counts: StuckCounts): Kind<'stuck because'>[] =>
  stuckReasons
    .map((reason): Kind<'stuck because'> => ({ kind: 'stuck because', reason, count: counts[reason] ?? 0 }))
    .filter(({ count }) => count >= fewestStuck);

const ofMatrix = (results: MatrixResults, organisations: readonly string[]): (FocusArea | undefined)[] => {
  const lowest = firstHighest(itemMeansOf(results), ({ mean }) => -mean);
  return [
    firstHighest(expectationGaps(results, organisations), ({ gap }) => gap),
    firstHighest(asymmetricPairs(results, organisations), ({ gap }) => Math.abs(gap)),
    firstHighest(attentionPairs(results, organisations), ({ strength }) => -strength),
    lowest && { kind: 'item', ...lowest },
  ];
};

/**
 * What a meeting may choose from: what is proposed of the latest results, and then every other reason that often stops actions, the
 * most frequent first. Three that are stuck on a rule or law are a focus area (product.md, section 4), whatever else is proposed.
 */
export const offeredAreas = (results: Results | undefined, organisations: readonly string[], stuck: StuckCounts): FocusArea[] => {
  const proposed = results === undefined ? [] : focusAreasOf(results, organisations, stuck).proposed;
  const isThere = (reason: StuckReason): boolean =>
    proposed.some((area) => area.kind === 'stuck because' && area.reason === reason);
  const others = stuckOften(stuck).filter(({ reason }) => !isThere(reason));
  return [...proposed, ...others.sort((one, other) => other.count - one.count)];
};

/**
 * What to talk about at the next meeting, and one thing that works (method.md, scoring 8): one of each kind, in the order of
 * the kinds, until there are three. From published results alone, so nothing can leak. Equals: the first in the order of
 * `organisations` (their ids, in the order of the round), items, or reasons. A pooled round has no pairs and no items, and
 * naming the organisation that is seen best would be a league table of one; so it proposes only what actions are stuck on.
 */
export const focusAreasOf = (results: Results, organisations: readonly string[], stuck: StuckCounts = {}): FocusAreas => {
  const candidates = [
    ...(results.mode === 'matrix' ? ofMatrix(results, organisations) : []),
    firstHighest(stuckOften(stuck), ({ count }) => count),
  ];
  const proposed = candidates.filter((area) => area !== undefined).slice(0, mostProposed);
  const item = proposed.find((area) => area.kind === 'item')?.item;
  return { proposed, strength: results.mode === 'matrix' ? strengthOf(results, organisations, item) : null };
};
