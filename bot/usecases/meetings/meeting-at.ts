import type { Person } from '../../domain/collaboration.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import { chairOrManager, refuseClosed } from '../gate.ts';

/** A meeting that is planned or was held; one that was called off is none. */
export const meetingAt = async (unit: Unit, number: number): Promise<Meeting> => {
  const meeting = await unit.meetings.find(number);
  if (meeting === undefined || meeting.state === 'called off') throw new Refused('no such meeting');
  return meeting;
};

/** Any meeting, for who leads meetings, who has the collaboration to themselves from here on. */
export const meetingFor = async (unit: Unit, person: Person, number: number): Promise<Meeting> => {
  await unit.oneAtATime();
  await chairOrManager(unit, person);
  refuseClosed(await unit.collaboration());
  const meeting = await unit.meetings.find(number);
  if (meeting === undefined) throw new Refused('no such meeting');
  return meeting;
};
