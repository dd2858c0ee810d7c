import type { Meeting } from '../../../domain/meetings/meeting.ts';
import type { SilentWriting } from '../../../domain/meetings/silent.ts';
import { Refused } from '../../../errors.ts';
import type { Unit } from '../../../ports/unit.ts';
import { meetingAt } from '../meeting-at.ts';

/** One focus area of one meeting. */
export type Place = Pick<SilentWriting, 'meeting' | 'area'>;

/** Where people write: a focus area that the meeting works on. One that was left out meanwhile is gone. */
export const meetingOf = async (unit: Unit, { meeting, area }: Place): Promise<Meeting> => {
  const held = await meetingAt(unit, meeting);
  const agenda = await unit.agendas.of(meeting);
  if (agenda?.areas.some(({ id }) => id === area) !== true) throw new Refused('no such focus area');
  return held;
};
