import type { LinkToTab, ReadLink } from '../../contracts/deep-link.ts';
import { queryLink } from '../../contracts/extension.ts';
import { Refused } from '../../errors.ts';
import type { UseCases } from '../../usecases/all.ts';
import type { Caller } from '../../usecases/gate.ts';
import { attachmentOf, notKept, results } from './answers.ts';
import type { Answer } from './answers.ts';

/** Teams takes cards of this version and older ones for a link; ours use nothing newer. */
const version = '1.3';

/** A link that was pasted, as a card for who may follow it. Everybody else gets the empty answer that a link to nowhere gets. */
export const unfurling =
  (use: Pick<UseCases, 'followLink'>, linkToTab: LinkToTab, readLink: ReadLink) =>
  async (caller: Caller, value: unknown): Promise<Answer> => {
    const read = queryLink.safeParse(value);
    const link = read.success ? readLink(read.data.url) : undefined;
    if (link === undefined) return notKept(results([]));
    try {
      const finding = await use.followLink(caller, link.channel, link.place);
      const shown = attachmentOf(caller.language ?? 'en', finding, linkToTab);
      return notKept(results([{ ...shown, content: { ...shown.content, version } }]));
    } catch (fault) {
      if (fault instanceof Refused) return notKept(results([]));
      throw fault;
    }
  };
