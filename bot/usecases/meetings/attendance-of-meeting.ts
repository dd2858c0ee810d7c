import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration, Member } from '../../domain/collaboration.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isHere } from '../../domain/set-up.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Attendee } from '../../ports/unit-meetings.ts';
import type { Inside } from '../gate.ts';
import { chairOrManager, isPlaced } from '../gate.ts';
import { meetingFor } from './meeting-at.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

export type AttendanceDesk = {
  readonly collaboration: Collaboration;
  /** Who may have been there, and for which organisation. */
  readonly people: readonly (Attendee & Pick<Member, 'name'>)[];
  /** Undefined: nobody has said who was there. */
  readonly present: readonly number[] | undefined;
};

/** Who answers for an organisation that is here; of who was there before, also who does not any more. */
const deskOf = async (unit: Unit, number: number): Promise<AttendanceDesk> => {
  const collaboration = await unit.collaboration();
  const members = await unit.members.all();
  const taken = await unit.meetings.attendance(number);
  const here = collaboration.organisations.filter(isHere).map(({ id }) => id);
  const nameOf = (member: number): string => members.find(({ id }) => id === member)?.name ?? '';
  const before = (taken ?? []).map((one) => ({ ...one, name: nameOf(one.member) }));
  const others = members
    .filter(isPlaced)
    .filter(({ id, organisation }) => here.includes(organisation) && !before.some(({ member }) => member === id))
    .map(({ id: member, organisation, name }) => ({ member, organisation, name }));
  const people = [...before, ...others].sort(
    (one, other) => one.organisation - other.organisation || one.name.localeCompare(other.name) || one.member - other.member,
  );
  return { collaboration, people, present: taken?.map(({ member }) => member) };
};

const mayHaveBeenHeld = async (unit: Unit, { date, state }: Meeting, now: Date, calendar: Calendar): Promise<boolean> =>
  state !== 'called off' && date <= calendar.dateOf(now, (await unit.collaboration()).zone);

/** For who plans meetings: names are for nobody else. Changes nothing. */
export const readAttendance =
  ({ store }: Needs) =>
  (who: Inside, number: number): Promise<AttendanceDesk> =>
    store.within(who.collaboration, async (unit) => {
      await chairOrManager(unit, who.person);
      if ((await unit.meetings.find(number)) === undefined) throw new Refused('no such meeting');
      return await deskOf(unit, number);
    });

const sameSet = (one: readonly number[] | undefined, other: readonly number[] | undefined): boolean =>
  [...new Set(one ?? [-1])].sort().join() === [...new Set(other ?? [-1])].sort().join();

/**
 * Who was there, for the organisation they answer for now, or answered for when it was said first. `seen`: as somebody saw it.
 * May it run twice? Yes: it replaces what was said.
 */
export const takeAttendance =
  ({ store, clock, calendar }: Needs) =>
  (who: Inside, number: number, seen: readonly number[] | undefined, wished: readonly number[]): Promise<void> =>
    store.within(who.collaboration, async (unit) => {
      const meeting = await meetingFor(unit, who.person, number);
      const now = clock();
      if (!(await mayHaveBeenHeld(unit, meeting, now, calendar))) throw new Refused('meeting not yet');
      const { people, present: before } = await deskOf(unit, number);
      if (before !== undefined && sameSet(before, wished)) return;
      if (!sameSet(before, seen)) throw new Refused('changed meanwhile');
      const present = people.filter(({ member }) => wished.includes(member));
      if (present.length !== new Set(wished).size) throw new Refused('not on the roster');
      await unit.meetings.setAttendance(
        number,
        present.map(({ member, organisation }) => ({ member, organisation })),
        now,
      );
      await unit.note('attendance taken', who.person, { meeting: number, present: present.length }, now);
    });
