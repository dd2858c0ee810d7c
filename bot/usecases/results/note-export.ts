import type { ExportWish } from '../../contracts/exports-api.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';

type Needs = { readonly store: Store; readonly clock: Clock };

/**
 * Written down before the file is made (P12); the file itself is made by the tab, of the snapshot it already shows. Of one
 * round only where its results are published here; the summary may hold none yet. May it run twice? Yes: every file is an entry of its own.
 */
export const noteExport =
  ({ store, clock }: Needs) =>
  async (collaboration: CollaborationId, person: Person, wish: ExportWish): Promise<void> => {
    await store.within(collaboration, async (unit) => {
      if ('round' in wish && (await unit.snapshots.ofRound(wish.round)) === undefined) throw new Refused('no such results');
      await unit.note('results exported', person, wish, clock());
    });
  };
