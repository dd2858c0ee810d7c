import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Store } from '../../ports/store.ts';

/**
 * After each close of a round: the order in which its answers lie says no more who came when (P11). Not in the closing transaction: it
 * writes every row anew, and nobody's results wait for that. May it run twice? Yes, also where it was cut off: what has no order
 * to forget gets the same one again. A round that was opened again meanwhile is left; its next close asks for this anew.
 */
export const forgetOrder =
  ({ store }: { readonly store: Store }) =>
  async (collaboration: CollaborationId, round: number): Promise<void> => {
    await store.forgetOrder(collaboration, round);
  };
