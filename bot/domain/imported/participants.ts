import type { Organisation, Role } from '../collaboration.ts';
import type { FileHead } from './file.ts';
import type { Reason } from './wrong.ts';

/** The organisations of an imported round, as organisations of the collaboration, and how many were invited in each. */
export type Participants = {
  readonly invited: ReadonlyMap<number, Readonly<Record<Role, number>>>;
  readonly wrong: readonly Reason[];
};

/** What the head says of organisations. One of the file is one of the collaboration, and every one has its count of invited. */
export const participantsOf = (
  { organisations, invited }: FileHead,
  find: (key: string, name?: string) => Organisation | undefined,
): Participants => {
  const result = new Map<number, Readonly<Record<Role, number>>>();
  const wrong: Reason[] = [];
  for (const { key, name } of organisations) {
    const own = find(key, name);
    if (!Object.hasOwn(invited, key)) wrong.push({ is: 'invited missing', values: { found: key } });
    if (own === undefined)
      wrong.push({ is: 'organisation not mapped', values: { found: name === key ? key : `${key} (${name})` } });
    else if (result.has(own.id)) wrong.push({ is: 'organisation twice', values: { found: key, organisation: own.name } });
    else result.set(own.id, invited[key] ?? { leader: 0, employee: 0 });
  }
  const strangers = Object.keys(invited).filter((key) => !organisations.some((one) => one.key === key));
  return {
    invited: result,
    wrong: [...wrong, ...strangers.map((found): Reason => ({ is: 'invited stranger', values: { found } }))],
  };
};
