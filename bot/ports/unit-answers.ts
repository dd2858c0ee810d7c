import type { Role } from '../domain/collaboration.ts';
import type { QuestionId } from '../domain/instrument.ts';
import type { Differing } from '../domain/reopening.ts';
import type { Answer } from '../domain/round.ts';
import type { CellSums, ItemSums, PairedSums } from '../domain/sums.ts';

/** Of a round about the network as a whole: what everybody together said to each question. */
export type NetworkSums = Readonly<Partial<Record<QuestionId, ItemSums>>>;

/** A respondent is a pseudonym (HMAC, 32 bytes); no store call takes a person and answers together (method.md, P11). */
export type Respondent = Buffer;

export type ImportedAnswer = Answer & { readonly respondent: Respondent; readonly organisation: number; readonly role: Role };

/** What makes an index: the places of its items among the ratings, from 1, and how many of them must be answered. */
export type Asked = {
  readonly relational: readonly number[];
  readonly fewest: number;
  /** The places of every question that was asked; only these are added up, or all of them when it is left out. */
  readonly rated?: readonly number[];
};

/** What is compared of two rounds. */
export type Compared = {
  /** Those in the audience of both. */
  readonly roles: readonly Role[];
  /** Organisations by number: only what these say about those counts. */
  readonly cells: readonly { readonly from: number; readonly to: number }[];
  /** What makes an index in either round; all of R1 to R7 when left out. */
  readonly asked?: Asked;
};

export type AnswersPart = {
  /**
   * Stores or replaces one respondent's answer about one organisation while the round is open at `at`, and resolves with all their
   * answers in that round; `not open`: nothing is stored. Safe against a close at the same moment: either it is in the sums of that close, or it is refused.
   */
  record(
    round: number,
    respondent: Respondent,
    from: { readonly organisation: number; readonly role: Role },
    answer: Answer,
    at: Date,
  ): Promise<readonly Answer[] | 'not open'>;
  of(round: number, respondent: Respondent): Promise<readonly Answer[]>;
  /** All one respondent's answers, in the order of rounds; a round without any is left out. */
  inAllRounds(respondent: Respondent): Promise<readonly { readonly round: number; readonly answers: readonly Answer[] }[]>;
  /** Deletes all one respondent's answers, in every round, and in closed ones whom they drew; snapshots stay as they are (method.md, P6). */
  erase(respondent: Respondent): Promise<void>;
  /**
   * Of a round that was opened again: how many add something else to which place than what is published is made of, counted in SQL; a place
   * where nobody does is left out. Organisation ids as strings. `asked`: all of R1 to R7 when left out.
   */
  differing(round: number, asked?: Asked): Promise<Differing>;
  /** Deletes the copy that `reopen` made. An error while the round is open. */
  forgetPublished(round: number): Promise<void>;
  /** Deletes all answers and all participation of a closed round; false: there was nothing. An error while it is open. */
  forgetRound(round: number): Promise<boolean>;
  /**
   * Aggregated in SQL: no single answer leaves the database. Organisation ids as strings. `asked`: all of R1 to R7 when left out.
   * How many respondents there were is not counted here: `participation.counts` knows it, and finding each pseudonym once would be half the work.
   */
  sums(round: number, asked?: Asked): Promise<readonly CellSums[]>;
  /**
   * How the same people's answers have moved from round `before` to round `now`, aggregated in SQL; no pseudonym leaves the database.
   * How many answered each round at all, `participation.counts` knows.
   */
  paired(before: number, now: number, what: Compared): Promise<Pick<PairedSums, 'compared' | 'movements'>>;
  /** The same of a round about the network as a whole. `rated`: the places of the questions that were asked, from 1. */
  networkSums(round: number, rated: readonly number[]): Promise<NetworkSums>;
};
