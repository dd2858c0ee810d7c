import { dueRefusal } from '../../../domain/actions/agreeing.ts';
import type { Calendar } from '../../../domain/calendar.ts';
import { ended } from '../../../domain/meetings/agenda.ts';
import { Refused } from '../../../errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Store } from '../../../ports/store.ts';
import type { Inside } from '../../gate.ts';
import { leadersOnly, meetingAt } from './leading.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/**
 * The meeting is over, on its day or later; before that its date is wrong, and whatever waits for it would wait for another.
 * May it run twice? Yes, also at once: it ends once.
 */
export const endMeeting =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, number: number): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await leadersOnly(unit, who.person);
      const { date, state } = await meetingAt(unit, number);
      if (state === 'held') return;
      const now = clock();
      const { zone } = await unit.collaboration();
      if (calendar.dateOf(now, zone) < date) throw new Refused('meeting lies ahead');
      await unit.meetings.end(number, now);
      const agenda = await unit.agendas.of(number);
      if (agenda !== undefined) await unit.agendas.put(number, ended(agenda));
      await unit.note('meeting ended', who.person, { meeting: number }, now);
    });

/**
 * The meeting after this one, where none is planned. May it run twice? Yes: the same day and hour again is the meeting it planned.
 */
export const planNextMeeting =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, number: number, wish: { readonly date: string; readonly starts: string }): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await leadersOnly(unit, who.person);
      const { date } = await meetingAt(unit, number);
      const { zone } = await unit.collaboration();
      const today = calendar.dateOf(clock(), zone);
      const first = calendar.plusDays(today > date ? today : date, 1);
      const refusal = dueRefusal(calendar, wish.date, first, today);
      if (refusal !== undefined) throw new Refused(refusal === 'due date not ahead' ? 'meeting date not ahead' : refusal);
      const isThere = (await unit.meetings.all()).some(
        (one) => one.state === 'planned' && one.date === wish.date && one.starts === wish.starts,
      );
      if (isThere) return;
      if ((await unit.meetings.plan({ ...wish, byRhythm: false })) === 'day taken') throw new Refused('meeting day taken');
    });
