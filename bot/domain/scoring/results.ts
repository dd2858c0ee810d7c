import type { LocalItem, RelationalItem } from '../instrument.ts';

/**
 * What is published of a closed round; bot/contracts/results.ts is the same on the wire. Numbers have 1 decimal, shares 2.
 * A field that is absent was not publishable.
 */
export type Hidden = { hidden: 'fewer than k' };
export const hidden: Hidden = { hidden: 'fewer than k' };

export type Band = 'strength' | 'discuss' | 'attention';
export type Agreement = 'agree' | 'partly' | 'split views';

export type Split = {
  leaders: number;
  employees: number;
  /** Leaders less employees. */
  gap: number;
  flag: 'leaders see it brighter' | 'employees see it brighter' | 'similar';
};

export type Response = { answered: number; invited: number; rate: number; flag: 'ok' | 'low' | 'very low' } | Hidden;

export type PublishedCell = {
  /** Respondents with a valid index. */
  n: number;
  index: number;
  orLower: boolean;
  band: Band;
  notWorkingTogether?: number | undefined;
  /** Of every relational item that was asked. */
  items?: Partial<Record<RelationalItem, number>> | undefined;
  itemsOrLower?: RelationalItem[] | undefined;
  local?: Partial<Record<LocalItem, number>> | undefined;
  localOrLower?: LocalItem[] | undefined;
  agreement?: Agreement | undefined;
  split?: Split | undefined;
};
export type Cell = PublishedCell | (Hidden & { notWorkingTogether?: number | undefined });

export type Pair =
  | { strength: number; gap: number; status: 'asymmetric' | 'mutual strength' | 'mutual attention' | 'balanced' }
  | { status: 'one side hidden' | 'hidden' };

export type ExpectationGap =
  { need: number; canGive: number; gap: number; flag: 'expects clearly more' | 'room to ask for more' | 'aligned' } | Hidden;

export type Network = {
  possibleCells: number;
  publishedCells: number;
  coverage: number;
  index: number | null;
  strongTieDensity: number | null;
  reciprocity: number | null;
};

export type CellChange = 'higher' | 'lower' | 'no clear change';

/** Against an earlier round, over the same people in both and the roles in both (method.md, scoring 9). */
export type Change = {
  /** Absent: fewer than k; or answers of the earlier round are gone, or not those that were published. */
  nPaired?: number | undefined;
  /** Absent where the label is `too few to tell`. */
  mean?: number | undefined;
  /** The 95 % interval of the mean, lower end first. */
  interval?: [number, number] | undefined;
  label:
    'clear improvement' | 'clear decline' | 'possible improvement' | 'possible decline' | 'no clear change' | 'too few to tell';
  /** Keyed `i>j`; only cells that are published in both rounds. Absent in pooled mode. */
  cells?: Record<string, CellChange> | undefined;
};

/** Keyed by organisation id; `cells` by `i>j`, `pairs` by `i-j` in the order of the organisations, gaps by `i needs from j`. */
export type MatrixResults = {
  mode: 'matrix';
  k: number;
  response: Record<string, Response>;
  cells: Record<string, Cell>;
  pairs: Record<string, Pair>;
  /** Null: fewer than two published cells. */
  seenByOthers: Record<string, number | null>;
  seesOthers: Record<string, number | null>;
  network: Network;
  /** Empty where need and give were not both asked. */
  expectationGaps: Record<string, ExpectationGap>;
  change?: Change | undefined;
};

export type Seen = { n: number; index: number; orLower: boolean; band: Band } | Hidden;
export type PooledResults = {
  mode: 'pooled';
  k: number;
  response: Record<string, Response>;
  seen: Record<string, Seen>;
  change?: Change | undefined;
};

export type Results = MatrixResults | PooledResults;
