import type { Board, ShownAction } from '../../bot/contracts/actions-api.ts';
import { useActionsWords } from './actions-words.ts';

type Organisations = Board['organisations'];

export const nameIn = (organisations: Organisations, id: string): string =>
  organisations.find((one) => one.id === id)?.name ?? '';

/** Owners in words; somebody who has left is named by the organisation that still owns it. */
export function useOwners(organisations: Organisations): (owners: ShownAction['owners']) => string {
  const words = useActionsWords();
  return (owners) =>
    owners
      .map(({ name, organisation }) => {
        const whose = nameIn(organisations, organisation);
        return name === null ? whose : words('owner', { name, organisation: whose });
      })
      .join(', ');
}

/** Why it is stuck, with what was said about it. */
export function useReason(): (stuck: NonNullable<ShownAction['stuck']>) => string {
  const words = useActionsWords();
  return ({ because, words: own }) => {
    const reason = words(`because.${because}`);
    return own === null ? reason : words('because.words', { because: reason, words: own });
  };
}
