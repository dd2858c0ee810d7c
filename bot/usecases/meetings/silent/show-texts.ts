import type { Person } from '../../../domain/collaboration.ts';
import { shownTexts } from '../../../domain/meetings/silent.ts';
import type { SilentWriting } from '../../../domain/meetings/silent.ts';
import type { Unit } from '../../../ports/unit.ts';

/** `by` undefined: everybody has written. */
type Showing = { readonly by: Person | undefined; readonly now: Date };

/**
 * All texts appear at once, or none where there are fewer than k; from then on nobody can tell who wrote which. The writing is held. How
 * many wrote is not noted: below k nobody is to know.
 */
export const showTexts = async (unit: Unit, { meeting, area, k }: SilentWriting, { by, now }: Showing): Promise<void> => {
  const { texts, seed } = await unit.silent.collect({ meeting, area });
  await unit.silent.show({ meeting, area }, shownTexts(texts, k, seed));
  await unit.note('silent texts shown', by, { meeting, area }, now);
};

/** What is still being written when its meeting ends appears by the same rule. May it run twice? Yes: what is shown stays. */
export const showAllTexts = async (unit: Unit, meeting: number, showing: Showing): Promise<void> => {
  for (const { area } of await unit.silent.ofMeeting(meeting)) {
    const writing = await unit.silent.hold({ meeting, area });
    if (writing !== undefined) await showTexts(unit, writing, showing);
  }
};
