import { isClosed } from '../../domain/actions/action.ts';
import { alter } from '../../domain/actions/changing.ts';
import type { Unit } from '../../ports/unit.ts';

/**
 * Somebody leaves: of each open action they own, their organisation stays the owner, without them; where nobody else owns it, integration
 * managers are nudged about it from then on. In a collaboration that is closed nothing is added to a history: their name is taken out.
 * May it run twice? Yes: the second finds nothing.
 */
export const leaveActions = async (unit: Unit, member: number, now: Date): Promise<void> => {
  if ((await unit.collaboration()).closed !== undefined) {
    await unit.actions.forgetInClosed(member);
    return;
  }
  for (const action of await unit.actions.ownedBy(member)) {
    if (isClosed(action)) continue;
    const others = action.owners.filter((owner) => owner.member !== member);
    const left = action.owners.find((owner) => owner.member === member)?.organisation;
    // The organisation stands there once, by somebody of it or by itself.
    const stays = left === undefined || others.some(({ organisation }) => organisation === left) ? [] : [{ organisation: left }];
    const owners = [...others, ...stays];
    const { after, event } = alter(action, 'owner left', { owners }, now);
    await unit.actions.change(after, event, 'as it is');
  }
};
