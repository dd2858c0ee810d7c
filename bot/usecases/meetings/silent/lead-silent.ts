import type { Calendar } from '../../../domain/calendar.ts';
import type { SilentQuestion } from '../../../domain/meetings/silent.ts';
import { nextLook } from '../../../domain/retention.ts';
import { defaultK } from '../../../domain/scoring/mode.ts';
import { Refused } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Store } from '../../../ports/store.ts';
import type { Inside } from '../../gate.ts';
import { chairOrManager } from '../../gate.ts';
import { meetingOf } from './place.ts';
import type { Place } from './place.ts';
import { showTexts } from './show-texts.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar; readonly retentionMonths: number };

/** By whoever leads the meeting. */
export const leadSilent = ({ store, clock, calendar, retentionMonths }: Needs) => ({
  /**
   * On the day of the meeting or later: else people would write about what nobody talks about yet. k, as of the latest round held here, is
   * frozen. May it run twice? Yes: an area has one, and the second finds it.
   */
  open: (who: Inside, place: Place, question: SilentQuestion): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await chairOrManager(unit, who.person);
      const { state, date } = await meetingOf(unit, place);
      if (state !== 'planned') throw new Refused('meeting over');
      const now = clock();
      if (date > calendar.dateOf(now, (await unit.collaboration()).zone)) throw new Refused('meeting not yet');
      const k = (await unit.rounds.latest())?.k ?? defaultK;
      if ((await unit.silent.open({ ...place, question, k, opened: now })) === undefined) return;
      const after = nextLook(now, retentionMonths, now);
      const job = { name: 'forget silent texts', collaboration: who.collaboration, ...place } as const;
      await unit.enqueue(job, after === undefined ? {} : { after });
      await unit.note('silent writing opened', who.person, { ...place, question, k }, now);
    }),

  /**
   * `few`: who ends it knows that too few have written, and that nothing will be shown. Without it what was written stays where somebody has
   * taken a text back at this moment. May it run twice? Yes: what is shown stays.
   */
  show: (who: Inside, place: Place, few: boolean): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await chairOrManager(unit, who.person);
      await meetingOf(unit, place);
      const writing = await unit.silent.hold(place);
      if (writing === undefined) return;
      if (!few && (await unit.silent.written(place)) < writing.k) throw new Refused('changed meanwhile');
      await showTexts(unit, writing, { by: who.person, now: clock() });
    }),
});
