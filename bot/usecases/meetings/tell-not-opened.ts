import type { Calendar } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { SurveyRefusal } from '../../domain/meetings/survey.ts';
import type { Unit } from '../../ports/unit.ts';
import { messageTo } from '../sending/message-to.ts';

/** The survey of a meeting is not opened, and the meeting says why. */
export const refuseOpening = async (unit: Unit, { number }: Meeting, reason: SurveyRefusal, now: Date): Promise<void> => {
  await unit.meetings.refuseSurvey(number, reason);
  await unit.note('survey of meeting not opened', undefined, { meeting: number, reason }, now);
};

/** One message to each integration manager, at their next moment: nobody else can do something about it. */
export const tellManagers = async (unit: Unit, { number, version }: Meeting, now: Date, calendar: Calendar): Promise<void> => {
  const { id: collaboration, zone: home } = await unit.collaboration();
  for (const { id: member, zone = home, integrationManager } of await unit.members.all()) {
    if (!integrationManager) continue;
    const key = `survey not opened ${number} ${version} ${member}`;
    const wish = { key, kind: 'survey not opened', meeting: number, member } as const;
    await messageTo(unit, collaboration, wish, { now, zone }, calendar);
  }
};
