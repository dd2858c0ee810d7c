import type { Role } from '../collaboration.ts';
import { relationalItems } from '../instrument.ts';
import type { RelationalItem } from '../instrument.ts';
import type { Headcount, PairedSums } from '../sums.ts';
import { changeOf, tooFew } from './change.ts';
import type { Answered } from './change.ts';
import { tenthsOf } from './fraction.ts';
import { everybodyIn, headsOf } from './response.ts';
import type { Cell, CellChange, Change, Results } from './results.ts';
import { clearGapTenths } from './value.ts';

/** A round as it was published; `relational`: the items that were asked, all seven unless the form was short. */
export type PublishedRound = {
  readonly audience: readonly Role[];
  readonly relational?: readonly RelationalItem[];
  readonly results: Results;
  /** Everybody with at least one answer kept. */
  readonly answered: Headcount;
};

/**
 * Of one round's people in these roles those who count for P10. In matrix mode an organisation whose response is hidden in either round
 * stands behind nothing that is compared: counted in, whether there is a number would tell whether its few people answered. And whoever
 * stands behind a compared cell has answered, also where a crash left their participation behind.
 */
const countedIn = (
  round: PublishedRound,
  rounds: readonly PublishedRound[],
  roles: readonly Role[],
  people: number,
  behind: number,
) => {
  const isHidden = (id: string): boolean =>
    rounds.some(({ results }) => {
      const response = Object.hasOwn(results.response, id) ? results.response[id] : undefined;
      return response !== undefined && 'hidden' in response;
    });
  const left = rounds.every(({ results }) => results.mode === 'matrix') ? Object.keys(round.answered).filter(isHidden) : [];
  return Math.max(
    behind,
    left.reduce((sum, id) => sum - headsOf(round.answered, id, roles), people),
  );
};

/**
 * What is published of the people of these roles, in tenths: of everybody the index; of leaders or employees alone, where both
 * were asked, their side of the split. Undefined where nothing is.
 */
const publishedOf = (cell: Cell | undefined, audience: readonly Role[], roles: readonly Role[]): number | undefined => {
  if (cell === undefined || 'hidden' in cell || roles.length === 0) return undefined;
  if (roles.length === audience.length) return tenthsOf(cell.index);
  const side = roles.includes('leader') ? cell.split?.leaders : cell.split?.employees;
  return side === undefined ? undefined : tenthsOf(side);
};

const wordFor = (difference: number): CellChange => {
  if (difference >= clearGapTenths) return 'higher';
  return difference <= -clearGapTenths ? 'lower' : 'no clear change';
};

/**
 * A word for each cell that both rounds publish of the same audience, worked out from the printed values alone (method.md,
 * scoring 9). Where the audiences differ only the roles in both are compared, as far as a split shows them; a cell of which
 * nothing is published of those roles is left out. So is every cell where one form was short: its index is of other items.
 */
export const cellChangesOf = (before: PublishedRound, now: PublishedRound): Record<string, CellChange> => {
  const earlier = before.results.mode === 'matrix' ? before.results.cells : {};
  const later = now.results.mode === 'matrix' ? now.results.cells : {};
  const [then = relationalItems, today = relationalItems] = [before.relational, now.relational];
  if (then.join() !== today.join()) return {};
  const roles = now.audience.filter((role) => before.audience.includes(role));
  return Object.fromEntries(
    Object.entries(later).flatMap(([key, cell]): [string, CellChange][] => {
      const from = publishedOf(Object.hasOwn(earlier, key) ? earlier[key] : undefined, before.audience, roles);
      const to = publishedOf(cell, now.audience, roles);
      return from === undefined || to === undefined ? [] : [[key, wordFor(to - from)]];
    }),
  );
};

/** Whether the round publishes what `from` says about `to`; in pooled mode, what everybody does. */
const isPublished = ({ results }: PublishedRound, from: string, to: string): boolean => {
  const found = results.mode === 'matrix' ? results.cells[`${from}>${to}`] : results.seen[to];
  return found !== undefined && 'index' in found;
};

/**
 * The cells (`from>to`) whose answers are compared: those that both rounds publish. What people said in a hidden cell changes no
 * published number, so neither their change (method.md, test property i).
 */
export const comparedCells = (before: PublishedRound, now: PublishedRound): ReadonlySet<string> => {
  const ids = Object.keys(now.results.response).filter((id) => Object.hasOwn(before.results.response, id));
  const inBoth = (from: string, to: string): boolean =>
    from !== to && [before, now].every((round) => isPublished(round, from, to));
  return new Set(ids.flatMap((from) => ids.filter((to) => inBoth(from, to)).map((to) => `${from}>${to}`)));
};

/** method.md, P10: rounding to a tenth hides one person among so many, over two points of the scale. */
const enoughToHide = 20;

/**
 * Where one round asked a role that the other did not, the change is of one side of a split, and where that split is hidden, fewer than
 * k people stand on a side: their index could be worked out from the change and the cell's value, but for the rounding of the change.
 * As in P10 it must leave two points of the scale open: twenty compared answers for each of the k - 1.
 */
const hidesSplits = (before: PublishedRound, now: PublishedRound, { movements }: PairedSums, k: number): boolean => {
  const roles = now.audience.filter((role) => before.audience.includes(role));
  const shown = (cell: string): boolean =>
    [before, now].every(
      ({ results, audience }) => results.mode === 'matrix' && publishedOf(results.cells[cell], audience, roles) !== undefined,
    );
  if ([...comparedCells(before, now)].every(shown)) return true;
  const compared = movements.reduce((sum, { people, targets }) => sum + people * targets, 0);
  return compared >= enoughToHide * (k - 1);
};

/** Where the earlier round's answers are not (all) those its results were made of any more: the words of cells, from printed values, and no number. */
export const withoutNumbers = (before: PublishedRound, now: PublishedRound): Change =>
  tooFew(undefined, now.results.k, now.results.mode === 'matrix' ? cellChangesOf(before, now) : undefined);

/** The change of a round against an earlier one: what belongs under `change` of its results. `paired`: of `comparedCells`. In pooled mode it has no cells. */
export const changeSince = (before: PublishedRound, now: PublishedRound, paired: PairedSums): Change => {
  const k = Math.max(before.results.k, now.results.k);
  const cells = now.results.mode === 'matrix' ? cellChangesOf(before, now) : undefined;
  const { compared } = paired;
  const counted = (rolesOf: (round: PublishedRound) => readonly Role[], people: Answered): Answered => ({
    before: countedIn(before, [before, now], rolesOf(before), people.before, compared.before),
    now: countedIn(now, [before, now], rolesOf(now), people.now, compared.now),
  });
  const roles = now.audience.filter((role) => before.audience.includes(role));
  const ofBoth = { ...paired, ...counted(() => roles, paired) };
  const alike = now.audience.length === before.audience.length && roles.length === now.audience.length;
  if (alike) return changeOf(ofBoth, k, cells);
  if (!hidesSplits(before, now, paired, k)) return tooFew(paired, k, cells);
  const all = { before: everybodyIn(before.answered, before.audience), now: everybodyIn(now.answered, now.audience) };
  return changeOf(
    ofBoth,
    k,
    cells,
    counted(({ audience }) => audience, all),
  );
};
