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
 * Where a command was given. `here`: in the home channel of a collaboration, which it is about and no other. `elsewhere`: it may be about any
 * of the person's own whose home channel they are in, also where it was asked in a linked channel; from there on they are let in as in a 1:1 chat.
 */
export type Where =
  | { readonly is: 'here'; readonly who: Entered }
  | { readonly is: 'elsewhere'; readonly caller: Caller; readonly own: OwnCollaborations };

/** Changes nothing but which language of theirs is kept. */
export const where = ({ store, directory, log }: Needs) => {
  const own = ownCollaborations({ store, directory, log }, howMany);
  const keep = keepLanguage({ store, log });
  return async (caller: Caller): Promise<Where> => {
    const link = caller.channel === undefined ? undefined : await store.linkOf(caller.channel);
    if (link?.home === true) {
      const who = { ...caller, collaboration: link.collaboration };
      await keep(who);
      return { is: 'here', who };
    }
    const found = await own(caller, () => Promise.resolve({}));
    // What it finds and agrees are actions too, with names, and those do not cross into linked channels.
    const collaborations = found.collaborations.filter(({ at }) => at.home);
    return { is: 'elsewhere', caller: { ...caller, channel: undefined }, own: { ...found, collaborations } };
  };
};
