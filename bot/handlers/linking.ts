import { linkDesk, linkHow, linkWaits, unlinked } from '../../adaptiveCards/linking.ts';
import type { Card } from '../../adaptiveCards/parts.ts';
import type { TeamsActivity } from '../contracts/activity.ts';
import type { LinkToTab } from '../contracts/deep-link.ts';
import type { Language } from '../domain/collaboration.ts';
import { Refused } from '../errors.ts';
import type { NameOfChannel } from '../ports/teams.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Caller } from '../usecases/gate.ts';
import { atHomeOnly } from '../usecases/gate.ts';
import { linkCodeIn } from './command.ts';

type Needs = {
  readonly use: Pick<UseCases, 'enter' | 'askLink' | 'unlinkHere'>;
  readonly directory: { readonly nameOf: NameOfChannel };
  readonly linkToTab: LinkToTab;
};

/** The words about linked channels. */
export const linking = ({ use, directory, linkToTab }: Needs) => ({
  /** *link* with a code, in another channel; without one, how it is done where it was written. */
  link: async (caller: Caller, activity: TeamsActivity, language: Language): Promise<Card> => {
    const { channel, tenantId } = caller;
    if (channel === undefined) throw new Refused('only in a channel');
    const code = linkCodeIn(activity.text ?? '');
    if (code !== undefined) {
      const named = await directory.nameOf(tenantId, activity.channelData?.team?.id, channel);
      return linkWaits(await use.askLink(caller, code, named));
    }
    const who = await use.enter(caller).catch((fault: unknown) => {
      if (fault instanceof Refused) return undefined;
      throw fault;
    });
    if (who === undefined) return linkHow(language);
    atHomeOnly(who);
    return linkDesk(language, channel, linkToTab);
  },

  /** In a linked channel it ends the link; in the home channel that is done in the tab, link by link. */
  unlink: async (caller: Caller, language: Language): Promise<Card> => {
    if (caller.channel === undefined) throw new Refused('only in a channel');
    const who = await use.enter(caller);
    if (who.through === undefined) return linkDesk(language, caller.channel, linkToTab);
    await use.unlinkHere(who);
    return unlinked(language);
  },
});
