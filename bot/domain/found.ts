import type { Action } from './actions/action.ts';
import type { Collaboration, Member } from './collaboration.ts';
import type { InstrumentName } from './questionnaire.ts';
import type { Band } from './scoring/results.ts';

/** What one organisation says of another, as it was published. */
export type PublishedSide =
  { readonly index: number; readonly orLower: boolean; readonly band: Band } | { readonly hidden: true };

type Named = { readonly id: number; readonly name: string };

export type FoundRound = {
  readonly is: 'round';
  readonly round: number;
  readonly instrument: InstrumentName;
  readonly opens: Date;
  /** When it was closed, or will be. */
  readonly closes: Date;
  readonly open: boolean;
};

/** `values`: absent where they are not to be shown (method.md, P13). `k`: of the round they are of. */
export type FoundPair = {
  readonly is: 'pair';
  readonly round: number;
  readonly k: number;
  readonly one: Named;
  readonly other: Named;
  readonly values?: { readonly there: PublishedSide; readonly back: PublishedSide };
};

export type FoundOrganisation = {
  readonly is: 'organisation';
  readonly round: number;
  readonly k: number;
  readonly organisation: Named;
  /** Means over relations; null: too few of them are shown. `pooled`: what all others together say. */
  readonly values?:
    | { readonly mode: 'matrix'; readonly seen: number | null; readonly sees: number | null }
    | { readonly mode: 'pooled'; readonly seen: PublishedSide };
};

export type FoundAction = { readonly is: 'action'; readonly action: Action };

/** What a search finds and what a link leads to. */
export type Found =
  | FoundAction
  | FoundRound
  | FoundPair
  | FoundOrganisation
  | { readonly is: 'tab'; readonly place: 'first' | 'timeline' | 'actions' };

export type Finding = {
  readonly collaboration: Collaboration;
  /**
   * It is shown in a channel of this collaboration. Everywhere else nobody knows who will read it: then there are no values, no names of
   * people and nobody's words about what is in the way.
   */
  readonly here: boolean;
  /** The owners of what was found among them; nobody where it is not shown here. */
  readonly people: readonly Member[];
  readonly found: Found;
};
