import type { CollaborationId } from '../../domain/collaboration.ts';
import { nextLook } from '../../domain/retention.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Place } from '../meetings/silent/place.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly retentionMonths: number };

/**
 * What was written silently is deleted when it has been kept as long as answers are (method.md, P12), also where nobody ever ended it. Until
 * then it looks again, at least every 30 days. May it run twice? Yes: the second finds nothing, and notes nothing.
 */
export const forgetSilentTexts =
  ({ store, clock, retentionMonths }: Needs) =>
  (collaboration: CollaborationId, place: Place): Promise<void> =>
    store.within(collaboration, async (unit) => {
      const writing = await unit.silent.find(place);
      if (writing === undefined) return;
      const now = clock();
      const after = nextLook(writing.opened, retentionMonths, now);
      if (after !== undefined) {
        await unit.enqueue({ name: 'forget silent texts', collaboration, ...place }, { after });
        return;
      }
      await unit.silent.forget(place);
      await unit.note('silent texts forgotten', undefined, { ...place }, now);
    });
