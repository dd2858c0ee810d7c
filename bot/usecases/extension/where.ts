import type { Log } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Directory } from '../../ports/teams.ts';
import type { Caller, Entered } from '../gate.ts';
import { keepLanguage } from '../gate.ts';
import { ownCollaborations } from '../personal/own-collaborations.ts';
import type { OwnCollaborations } from '../personal/own-collaborations.ts';

type Needs = { readonly store: Store; readonly directory: Directory; readonly log: Log };

/** All at once, for Teams gives a message extension five seconds. */
const howMany = { most: 20, atOnce: 20 };

/**
 * Where a command was given. `here`: in a channel of a collaboration, which it is about and no other. `elsewhere`: it may be about any of
 * the person's own; from there on they are let in as in a 1:1 chat.
 */
export type Where =
  | { readonly is: 'here'; readonly who: Entered }
  | { readonly is: 'elsewhere'; readonly caller: Caller; readonly own: OwnCollaborations };

/** Changes nothing but which language of theirs is kept. */
export const where = ({ store, directory, log }: Needs) => {
  const own = ownCollaborations({ store, directory, log }, howMany);
  const keep = keepLanguage({ store, log });
  return async (caller: Caller): Promise<Where> => {
    const collaboration = caller.channel === undefined ? undefined : await store.collaborationOf(caller.channel);
    if (collaboration !== undefined) {
      const who = { ...caller, collaboration };
      await keep(who);
      return { is: 'here', who };
    }
    const found = await own(caller, () => Promise.resolve({}));
    return { is: 'elsewhere', caller: { ...caller, channel: undefined }, own: found };
  };
};
