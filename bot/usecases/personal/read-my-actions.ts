import { isClosed } from '../../domain/actions/action.ts';
import type { Action } from '../../domain/actions/action.ts';
import type { Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Unit } from '../../ports/unit.ts';
import type { SignedIn } from '../gate.ts';
import { ownCollaborations } from './own-collaborations.ts';
import type { OwnCollaboration, OwnCollaborations } from './own-collaborations.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly log: Log };

const howMany = { most: 20, atOnce: 10 };

/** `actions`: those this person owns that are open, by due date. */
export type MyActions = OwnCollaborations<OwnCollaboration & { readonly actions: readonly Action[] }>;

/** Open ones that a member owns, by due date. */
export const openOwned = async (unit: Unit, member: number): Promise<readonly Action[]> =>
  (await unit.actions.ownedBy(member)).filter((action) => !isClosed(action));

/** What a person owns in all their collaborations. Changes nothing but which language of theirs is kept. */
export const readMyActions = (needs: Needs) => {
  const own = ownCollaborations(needs, howMany);
  return (who: SignedIn): Promise<MyActions> =>
    own(who, async (unit, { member }) => ({ actions: await openOwned(unit, member.id) }));
};
