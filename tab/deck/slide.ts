import type { Band } from '../band.ts';

/** One value as it is read: never a bare number without what stands behind it, never blank where it is hidden. */
export interface Mark {
  readonly text: string;
  /** Small, beside or below it: how many answered, or the reason why it is hidden. */
  readonly note?: string;
  readonly band?: Band;
  readonly hidden?: true;
  /** Where an organisation would meet itself. */
  readonly self?: true;
  /** Fewer than half of those invited answered. */
  readonly hatched?: true;
}

/** A value that is also drawn. `value`: as published; null where hidden. */
export interface Drawn extends Mark {
  readonly value: number | null;
}

/** What stands on a slide, in words already: the screen and the file draw the same blocks. */
export type Block =
  | { readonly kind: 'sentences'; readonly items: readonly string[] }
  | { readonly kind: 'names'; readonly title: string; readonly items: readonly string[] }
  /** Points to talk about, each with its sentence. */
  | { readonly kind: 'points'; readonly items: readonly { readonly title: string; readonly why: string }[] }
  | { readonly kind: 'prompts'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly { readonly name: string; readonly mark: Mark }[] }
  /** Organisations against organisations. `numbered`: too many for names above the columns. `bands`: what the colours mean is told. */
  | {
      readonly kind: 'grid';
      readonly caption: string;
      readonly corner: string;
      readonly numbered: boolean;
      readonly bands: boolean;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly name: string; readonly note?: string; readonly marks: readonly Mark[] }[];
    }
  /** One row of values for each name, drawn as bars from `from` to `to`. `label`: for a chart without room for the name. */
  | {
      readonly kind: 'bars';
      readonly caption: string;
      readonly head: string;
      readonly series: readonly string[];
      readonly from: number;
      readonly to: number;
      readonly format: 'one decimal' | 'two decimals' | 'share';
      readonly rows: readonly { readonly name: string; readonly label?: string; readonly values: readonly Drawn[] }[];
    }
  /** Two directions beside each other. */
  | { readonly kind: 'sides'; readonly sides: readonly [Side, Side] };

export interface Side {
  readonly title: string;
  readonly view: Drawn;
  readonly facts: readonly { readonly name: string; readonly mark: Mark }[];
  /** Published numbers of this side, for a chart; null where hidden. Both sides have the same names in the same order. */
  readonly drawn: readonly { readonly name: string; readonly value: number | null }[];
}

export interface Content {
  /** Stable over one deck. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Slide extends Content {
  /** What the chair may want to ask; empty on slides without results. */
  readonly prompts: readonly string[];
}
