import type { CollaborationId, Person } from '../domain/collaboration.ts';
import type { Respondent } from './unit-answers.ts';

export type Pseudonyms = {
  /** HMAC-SHA-256 of tenant and object id with the key of the collaboration. */
  of(collaboration: CollaborationId, person: Person): Promise<Respondent>;
  /**
   * Of respondents of imported rounds, by their ids in the files: the same id is the same pseudonym in every file, and never that of
   * a person of the roster.
   */
  imported(collaboration: CollaborationId, ids: readonly string[]): Promise<readonly Respondent[]>;
};

/** Who signed a request of the tab. */
export type TokenReading =
  { readonly is: 'person'; readonly person: Person } | { readonly is: 'refused' } | { readonly is: 'keys unavailable' };

export type ReadToken = (authorization: string | undefined) => Promise<TokenReading>;
