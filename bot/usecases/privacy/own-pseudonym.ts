import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { Pseudonyms } from '../../ports/identity.ts';
import type { Store } from '../../ports/store.ts';
import type { Respondent } from '../../ports/unit-answers.ts';

/**
 * By which a person's own answers are found; undefined: the collaboration is closed and its key destroyed, so nobody can tell any more
 * which are theirs. A server that still has the key in memory does not use it either.
 */
export const ownPseudonym = async (
  { store, pseudonyms }: { readonly store: Store; readonly pseudonyms: Pseudonyms },
  collaboration: CollaborationId,
  person: Person,
): Promise<Respondent | undefined> => {
  const { closed } = await store.within(collaboration, (unit) => unit.collaboration());
  return closed === undefined ? await pseudonyms.of(collaboration, person) : undefined;
};
