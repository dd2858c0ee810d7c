import type { ExportWish } from '../../contracts/tab-api.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/**
 * Written down before the file is made (P12); the file itself is made by the tab, of the snapshot it already shows. Only for a
 * round whose results are published here. May it run twice? Yes: every file is an entry of its own.
 */
export const noteExport =
  ({ store, clock }: Needs) =>
  async (collaboration: CollaborationId, person: Person, { kind, round }: ExportWish): Promise<void> => {
    await store.within(collaboration, async (unit) => {
      if ((await unit.snapshots.ofRound(round)) === undefined) throw new Refused('no such results');
      await unit.note('results exported', person, { kind, round }, clock());
    });
  };
