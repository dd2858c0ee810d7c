import type { Meeting } from '../../../domain/meetings/meeting.ts';
import type { Unit } from '../../../ports/unit.ts';
import type { Attendee } from '../../../ports/unit-meetings.ts';

/** More meetings than anybody looks back on. */
const mostMeetings = 60;

/** `present` undefined: nobody has said who is here. `fresh`: of those, at no earlier meeting; undefined: there was none to be at. */
export type Here = { readonly present: readonly Attendee[] | undefined; readonly fresh: readonly Attendee[] | undefined };

/** Who is at a meeting, and who for the first time. Who is not there is nobody's business. */
export const hereAt = async (unit: Unit, { number, date }: Meeting, all: readonly Meeting[]): Promise<Here> => {
  const present = await unit.meetings.attendance(number);
  if (present === undefined) return { present, fresh: undefined };
  const before = new Set(all.filter((one) => one.date < date).map((one) => one.number));
  const earlier = (await unit.meetings.attendances(mostMeetings)).filter(({ meeting }) => before.has(meeting));
  if (earlier.length === 0) return { present, fresh: undefined };
  const seen = new Set(earlier.flatMap((one) => one.present.map(({ member }) => member)));
  return { present, fresh: present.filter(({ member }) => !seen.has(member)) };
};
