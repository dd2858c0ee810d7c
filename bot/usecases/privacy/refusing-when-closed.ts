import { AddedToClosed } from '../../domain/closed.ts';
import { Refused } from '../../errors.ts';
import type { Store } from '../../ports/store.ts';

/** The database refuses what would be added to a collaboration that is closed; whoever asked for it gets one sentence. */
export const refusingWhenClosed = (store: Store): Store => ({
  ...store,
  within: async (collaboration, work) => {
    try {
      return await store.within(collaboration, work);
    } catch (fault) {
      throw fault instanceof AddedToClosed ? new Refused('collaboration closed') : fault;
    }
  },
});
