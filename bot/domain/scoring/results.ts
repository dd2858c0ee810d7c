import type { RelationalItem } from '../instrument.ts';

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
  items?: Record<RelationalItem, number> | undefined;
  itemsOrLower?: RelationalItem[] | undefined;
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
  expectationGaps: Record<string, ExpectationGap>;
};

export type Seen = { n: number; index: number; orLower: boolean; band: Band } | Hidden;
export type PooledResults = { mode: 'pooled'; k: number; response: Record<string, Response>; seen: Record<string, Seen> };

export type Results = MatrixResults | PooledResults;
