import type { Role } from './collaboration.ts';
import type { QuestionId } from './instrument.ts';
import type { Instrument } from './questionnaire.ts';

export type Mode = 'matrix' | 'pooled';

export type Round = {
  /** Numbered 1, 2, 3 ... inside its collaboration. */
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly mode: Mode;
  /** Fewest respondents a published cell may have; frozen at launch (method.md, P1). */
  readonly k: number;
  readonly audience: readonly Role[];
  /** The questions as they were at launch. */
  readonly instrument: Instrument;
  /** Instants, UTC. */
  readonly opens: Date;
  readonly closes: Date;
  /** When it was opened again after it had closed. */
  readonly reopened?: Date;
};

/** Whether answers are taken at `now`: until it is closed, and not after its closing time even where nobody has closed it yet. */
export const isOpen = ({ state, closes }: Round, now: Date): boolean => state === 'open' && now < closes;

/** One respondent about one organisation, or (`wholeNetwork`) about the network. A question without a rating was not asked or not known. */
export type Answer = {
  readonly target: number;
  readonly notWorkingTogether: boolean;
  readonly ratings: Readonly<Partial<Record<QuestionId, number>>>;
};

/** What somebody says on one page: a rating, or null for "don't know", for every question it asks. */
export type FilledPage = {
  readonly target: number;
  readonly notWorkingTogether: boolean;
  readonly given: Readonly<Partial<Record<QuestionId, number | null>>>;
};

/** `started`: at least one answer is kept. `finished`: one about every partner. */
export type ParticipationState = 'invited' | 'started' | 'finished';

export type Participation = {
  readonly member: number;
  readonly organisation: number;
  readonly role: Role;
  readonly state: ParticipationState;
};
