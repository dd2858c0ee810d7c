import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId, Person } from '../../domain/collaboration.ts';
import { ended } from '../../domain/meetings/agenda.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { afterMeeting } from './after-meeting.ts';
import { meetingFor } from './meeting-at.ts';
import { showAllTexts } from './silent/show-texts.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

type Ending = {
  readonly collaboration: CollaborationId;
  readonly meeting: Meeting;
  readonly by: Person;
  readonly now: Date;
  readonly calendar: Calendar;
};

/**
 * The meeting is over, on its day or later; before that its date is wrong, and whatever waits for it would wait for another. What people
 * are still writing silently is shown, or dropped where too few wrote. What follows is in `afterMeeting`. Who asks has the collaboration
 * to themselves.
 */
export const endIn = async (unit: Unit, { collaboration, meeting, by, now, calendar }: Ending): Promise<void> => {
  const { number, date } = meeting;
  const today = calendar.dateOf(now, (await unit.collaboration()).zone);
  if (today < date) throw new Refused('meeting not yet');
  if (!(await unit.meetings.end(number, now))) throw new Refused('meeting not planned');
  await showAllTexts(unit, number, { by, now });
  const agenda = await unit.agendas.of(number);
  if (agenda !== undefined) await unit.agendas.put(number, ended(agenda));
  await unit.note('meeting held', by, { meeting: number, date }, now);
  await afterMeeting(unit, { collaboration, meeting: number, by, now, calendar });
};

/** From its last step. May it run twice? Yes, also at once: it ends once. */
export const endMeeting =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, number: number): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      const meeting = await meetingFor(unit, who.person, number);
      if (meeting.state === 'held') return;
      await endIn(unit, { collaboration: who.collaboration, meeting, by: who.person, now: clock(), calendar });
    });
