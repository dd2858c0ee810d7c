import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import { checkOutCloses } from '../../domain/meetings/check-out.ts';
import { defaultK } from '../../domain/scoring/mode.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { chairOrManager } from '../gate.ts';
import { messageToChannel } from '../sending/message-to.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

type Opening = {
  readonly collaboration: CollaborationId;
  readonly meeting: number;
  readonly by: Person;
  readonly now: Date;
  readonly calendar: Calendar;
};

/**
 * Opens a meeting's check-out: k, as of the latest round held here, is frozen, its card and its close are queued in the same transaction.
 * May it run twice? Yes: a meeting has one, and the second finds it.
 */
export const beginCheckOut = async (unit: Unit, { collaboration, meeting, by, now, calendar }: Opening): Promise<void> => {
  const { zone } = await unit.collaboration();
  const k = (await unit.rounds.latest())?.k ?? defaultK;
  const opened = await unit.checkOuts.open({ meeting, k, opens: now, closes: checkOutCloses(calendar, now, zone) });
  if (opened === undefined) return;
  await messageToChannel(unit, collaboration, { key: `check-out ${meeting}`, kind: 'check-out', meeting }, now);
  await unit.enqueue({ name: 'close check-out', collaboration, meeting }, { after: opened.closes });
  await unit.note('check-out opened', by, { meeting, k }, now);
};

/** By who leads the meeting, at its end. May it run twice? Yes, as above. */
export const openCheckOut =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, meeting: number): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      await chairOrManager(unit, who.person);
      const held = await unit.meetings.find(meeting);
      if (held === undefined || held.state === 'called off') throw new Refused('no such meeting');
      const now = clock();
      const { zone } = await unit.collaboration();
      // People would say how they left what has not begun.
      if (held.date > calendar.dateOf(now, zone)) throw new Refused('meeting not yet');
      await beginCheckOut(unit, { collaboration: who.collaboration, meeting, by: who.person, now, calendar });
    });
