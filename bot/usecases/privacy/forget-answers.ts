import type { CollaborationId } from '../../domain/collaboration.ts';
import { nextLook } from '../../domain/retention.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly retentionMonths: number };

/**
 * Deletes a closed round's answers, and who took part, when they have been kept long enough (method.md, P12); the snapshot stays. Until
 * then it looks again, at least every 30 days. A round that is open again is left alone: its next close asks anew.
 * May it run twice? Yes: the second finds nothing, and notes nothing.
 */
export const forgetAnswers =
  ({ store, clock, retentionMonths }: Needs) =>
  async (collaboration: CollaborationId, round: number): Promise<void> => {
    await store.within(collaboration, async (unit) => {
      const closed = await unit.rounds.closedAt(round);
      if (closed === undefined) return;
      const now = clock();
      const after = nextLook(closed, retentionMonths, now);
      if (after !== undefined) await unit.enqueue({ name: 'forget answers', collaboration, round }, { after });
      else if (await unit.answers.forgetRound(round)) await unit.note('answers forgotten', undefined, { round }, now);
    });
  };
