import type { Language } from '../domain/collaboration.ts';
import type { LinkedChannel, Outcome } from '../domain/set-up.ts';

export type Practical = {
  readonly language: Language;
  /** IANA. */
  readonly zone: string;
};

export type SetUpPart = {
  /** 1 at set-up, one more with each change. */
  version(): Promise<number>;
  /** The version grows by one. */
  countChange(): Promise<void>;
  /** In their order. */
  outcomes(): Promise<readonly Outcome[]>;
  /** The home channel first, then in the order in which they were linked. */
  channels(): Promise<readonly LinkedChannel[]>;
  setPurpose(purpose: string): Promise<void>;
  /** All of them, in this order: with an id, one that is there; without, a new one. Those left out are deleted. */
  setOutcomes(outcomes: readonly { readonly id?: number | undefined; readonly text: string }[]): Promise<void>;
  setPractical(practical: Practical): Promise<void>;
  rename(organisation: number, name: string): Promise<void>;
  /** Behind the others; resolves with its number. */
  addOrganisation(name: string, joinedWith: number): Promise<number>;
  /** The rounds it takes part in; see `Organisation` of the domain. */
  setPart(organisation: number, part: { readonly joinedWith?: number | undefined; readonly leftAfter?: number }): Promise<void>;
};
