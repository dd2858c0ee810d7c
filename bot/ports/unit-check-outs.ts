import type { CheckOutAnswer, CheckOutResults, CheckOutSums, MeetingCheckOut } from '../domain/meetings/check-out.ts';
import type { Respondent } from './unit-answers.ts';

export type CheckOutsPart = {
  find(meeting: number): Promise<MeetingCheckOut | undefined>;
  /** Undefined: this meeting has one already, and it stays as it is. */
  open(checkOut: Pick<MeetingCheckOut, 'meeting' | 'k' | 'opens' | 'closes'>): Promise<MeetingCheckOut | undefined>;
  /** With the dates of their meetings, by these; those that are closed. */
  closed(): Promise<readonly (MeetingCheckOut & { readonly date: string; readonly results: CheckOutResults })[]>;
  /**
   * Stores or replaces what is given, and leaves what this respondent said before otherwise; resolves with all of it. `not open`: nothing is
   * stored. Safe against a close at the same moment: either it is in the sums of that close, or it is refused.
   */
  record(meeting: number, respondent: Respondent, answer: CheckOutAnswer, at: Date): Promise<CheckOutAnswer | 'not open'>;
  answerOf(meeting: number, respondent: Respondent): Promise<CheckOutAnswer | undefined>;
  /** How many have said anything. */
  answered(meeting: number): Promise<number>;
  /** Waits for answers being stored, and keeps others out until this transaction ends. Undefined: it is closed, or there is none. */
  sums(meeting: number): Promise<CheckOutSums | undefined>;
  /** After `sums`, in the same transaction: what is published stays, and the answers are gone. */
  close(meeting: number, results: CheckOutResults, at: Date): Promise<void>;
  /** What this respondent said, wherever it is still kept; by meeting. */
  ofRespondent(respondent: Respondent): Promise<readonly (CheckOutAnswer & { readonly meeting: number })[]>;
  /** It is gone. May run twice. */
  erase(respondent: Respondent): Promise<void>;
};
