import type { SetUp } from '../../bot/contracts/manage-api.ts';
import type { ManageSay } from './manage-words.ts';

/** How many answer for an organisation, as far as the reader may know. */
export function peopleIn(words: ManageSay, people: SetUp['organisations'][number]['people']): string {
  if ('fewerThan' in people) return words('people.fewerThan', { k: people.fewerThan });
  if ('people' in people) return words('people.count', { count: people.people });
  return words('people.roles', people);
}
