import type { Role } from './collaboration.ts';
import type { Item, LocalItem } from './instrument.ts';

/** Of the answers to one item: how many, their sum, and the sum of their squares. */
export type ItemSums = { readonly n: number; readonly sum: number; readonly squares: number };

/** Least common multiple of 1 to 7: times this, the mean of any number of the seven items is a whole number. */
export const indexScale = 420;

/**
 * What SQL, or a file, adds up for one role of one organisation about another; all that scoring needs of a cell.
 * Whole numbers throughout, so that nothing is rounded before the rules round it. Organisation ids are the keys of the results.
 */
export type CellSums = {
  readonly from: string;
  readonly to: string;
  readonly role: Role;
  /** How many respondents have a valid index (more than half of the relational items asked), and the sum of those indexes times 420. */
  readonly indexes: number;
  readonly indexSum: number;
  readonly notWorkingTogether: number;
  /** Over every respondent who answered the item, with or without a valid index. Absent: nobody answered it. */
  readonly items: Readonly<Partial<Record<Item | LocalItem, ItemSums>>>;
};

/** Per organisation, and role: how many. */
export type Headcount = Readonly<Record<string, Readonly<Record<Role, number>>>>;

export type RoundSums = {
  readonly cells: readonly CellSums[];
  /** Respondents with at least one answer kept. */
  readonly answered: Headcount;
};

/** Respondents who moved alike: how many there are, over how many targets, and the sum over those targets of index now less index before, in 420ths (indexScale). */
export type Movement = { readonly people: number; readonly targets: number; readonly sum: number };

/** The same people in two rounds (method.md, scoring 9 and P10). `before`, `now`: respondents with at least one answer kept in that round, of the roles in both rounds. */
export type PairedSums = {
  readonly before: number;
  readonly now: number;
  /** Of them, those with a valid index in a cell that is compared: they stand behind the numbers the change is read beside. */
  readonly compared: { readonly before: number; readonly now: number };
  readonly movements: readonly Movement[];
};
