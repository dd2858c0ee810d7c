import type { MeetingsPage } from '../../contracts/meetings-api.ts';
import type { Collaboration } from '../../domain/collaboration.ts';
import { neverCame, regulars } from '../../domain/meetings/attendance.ts';
import { isHere } from '../../domain/set-up.ts';
import type { Unit } from '../../ports/unit.ts';
import type { MeetingsPart } from '../../ports/unit-meetings.ts';
import { isPlaced } from '../gate.ts';

type Taken = Awaited<ReturnType<MeetingsPart['attendances']>>;

/** Over how many meetings it is looked back. */
const most = 6;

/** Who comes, counted by organisation and for who plans meetings; null: too few meetings to tell. */
export const comersOf = async (unit: Unit, { organisations }: Collaboration, taken: Taken): Promise<MeetingsPage['comers']> => {
  const last = taken
    .slice(-most)
    .map(({ meeting, present }) => ({ meeting, present: new Set(present.map(({ member }) => member)) }));
  const people = (await unit.members.all()).filter(isPlaced);
  const never = neverCame(people, last);
  if (never === undefined) return null;
  return {
    of: last.length,
    regular: regulars(last)?.size ?? null,
    neverCame: organisations.filter(isHere).flatMap(({ id }) => {
      const own = people.filter(({ organisation }) => organisation === id);
      const absent = never.filter(({ organisation }) => organisation === id);
      return own.length === 0 ? [] : [{ organisation: String(id), people: absent.length, of: own.length }];
    }),
  };
};
