import type { Person } from '../../../domain/collaboration.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import { Refused } from '../../../errors.ts';
import type { Unit } from '../../../ports/unit.ts';
import { chairOrManager } from '../../gate.ts';

/** Who leads a meeting: takes it from step to step, chooses, writes down, ends it. Everybody else in the channel follows. */
export const leadersOnly = (unit: Unit, person: Person) => chairOrManager(unit, person);

export const mayLead = (unit: Unit, person: Person): Promise<boolean> =>
  leadersOnly(unit, person).then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof Refused) return false;
      throw fault;
    },
  );

/** A meeting that is planned or was held; one that was called off is none. */
export const meetingAt = async (unit: Unit, number: number): Promise<Meeting> => {
  const meeting = await unit.meetings.find(number);
  if (meeting === undefined || meeting.state === 'called off') throw new Refused('no such meeting');
  return meeting;
};
