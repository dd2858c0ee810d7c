import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import type { Snapshot } from '../../contracts/tab-api.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { oncePer } from './read-overview.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/** One round's snapshot as it was frozen. A round that is open or was never held has none. The read is logged (P12), once an hour. */
export const readRound =
  ({ store, clock }: Needs) =>
  async (collaboration: CollaborationId, person: Person, round: number): Promise<Snapshot> =>
    await store.within(collaboration, async (unit) => {
      const found = await unit.snapshots.ofRound(round);
      if (found === undefined) throw new Refused('no such results');
      await unit.note('results read', person, { round }, clock(), oncePer);
      return found.snapshot;
    });
