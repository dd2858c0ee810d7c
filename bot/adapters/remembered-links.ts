import type { CollaborationId } from '../domain/collaboration.ts';
import type { Clock, Store } from '../ports.ts';

/** How long a channel's link is believed, in milliseconds. That a channel has no collaboration is never remembered. */
const believedFor = 60_000;
const mostRemembered = 20_000;

/** The same store, which does not ask the database for every press in which collaboration its channel is. */
export const rememberLinks = (store: Store, clock: Clock): Store => {
  const links = new Map<string, { readonly collaboration: CollaborationId; readonly until: number }>();
  return {
    ...store,
    collaborationOf: async (channel) => {
      const now = clock().getTime();
      const known = links.get(channel);
      if (known !== undefined && known.until > now) return known.collaboration;
      const collaboration = await store.collaborationOf(channel);
      if (links.size >= mostRemembered) links.clear();
      if (collaboration === undefined) links.delete(channel);
      else links.set(channel, { collaboration, until: now + believedFor });
      return collaboration;
    },
  };
};
