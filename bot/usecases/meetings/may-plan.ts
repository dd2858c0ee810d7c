import type { Member, Person } from '../../domain/collaboration.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import { integrationManagerOnly } from '../gate.ts';

/** Who plans meetings, takes attendance and writes down what was decided. */
export const plannerOnly = (unit: Unit, person: Person): Promise<Member> => integrationManagerOnly(unit, person);

export const isPlanner = async (unit: Unit, person: Person): Promise<boolean> => {
  try {
    await plannerOnly(unit, person);
    return true;
  } catch (fault) {
    if (fault instanceof Refused) return false;
    throw fault;
  }
};

/** The meeting, for a planner who has the collaboration to themselves from here on. */
export const meetingFor = async (unit: Unit, person: Person, number: number): Promise<Meeting> => {
  await unit.oneAtATime();
  await plannerOnly(unit, person);
  const meeting = await unit.meetings.find(number);
  if (meeting === undefined) throw new Refused('no such meeting');
  return meeting;
};
