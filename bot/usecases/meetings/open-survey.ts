import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { MeetingSurvey, SurveyRefusal } from '../../domain/meetings/survey.ts';
import { closingDateOf, plannedOpening } from '../../domain/meetings/survey.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { openAsPlanned } from '../rounds/launch-round.ts';
import type { RoundWish } from '../rounds/plan-round.ts';
import { planOf } from '../rounds/plan-round.ts';
import { messageTo } from '../sending/message-to.ts';

type Needs = {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instruments: Instruments;
};

export const wishOf = ({ date }: Meeting, survey: MeetingSurvey, zone: string, calendar: Calendar): RoundWish => {
  const { instrument, questions, audience, k } = survey;
  return { instrument, questions, audience, k, closingDate: closingDateOf(calendar, date, survey, zone) };
};

/** One message to each integration manager, at their next moment: nobody else can do something about it. */
const tellManagers = async (unit: Unit, { number, version }: Meeting, now: Date, calendar: Calendar): Promise<void> => {
  const { id: collaboration, zone: home } = await unit.collaboration();
  for (const { id: member, zone = home, integrationManager } of await unit.members.all()) {
    if (!integrationManager) continue;
    const key = `survey not opened ${number} ${version} ${member}`;
    const wish = { key, kind: 'survey not opened', meeting: number, member } as const;
    await messageTo(unit, collaboration, wish, { now, zone }, calendar);
  }
};

/**
 * The survey of a meeting, when its day has come, with the same rules as by hand; where these say no, nothing is opened, the meeting says why
 * and so does a message to the integration managers. Nothing is done where the meeting has become another since.
 * May it run twice? Yes: a meeting has one round, and one answer why it has none.
 */
export const openSurvey =
  (needs: Needs) =>
  (id: CollaborationId, number: number, version: number): Promise<void> =>
    needs.store.within(id, async (unit) => {
      const { clock, calendar } = needs;
      await unit.oneAtATime();
      const meeting = await unit.meetings.find(number);
      if (meeting?.version !== version || meeting.state !== 'planned') return;
      const { survey, round, surveyRefused } = meeting;
      if (survey === undefined || round !== undefined || surveyRefused !== undefined) return;
      const now = clock();
      const { zone } = await unit.collaboration();
      // The collaboration has moved to another zone since: morning is later there.
      const opens = plannedOpening(calendar, meeting.date, survey, zone);
      if (opens > now) {
        await unit.enqueue({ name: 'open survey', collaboration: id, meeting: number, version }, { after: opens });
        return;
      }
      const plan = await planOf(unit, wishOf(meeting, survey, zone, calendar), now, needs);
      const isOneOpen = (await unit.rounds.latest())?.state === 'open';
      const obstacle: SurveyRefusal | undefined = isOneOpen ? 'one is open' : plan.obstacle;
      if (obstacle === undefined) {
        const opened = await openAsPlanned(unit, plan, undefined, now, calendar);
        await unit.meetings.setRound(number, opened.number);
        return;
      }
      await unit.meetings.refuseSurvey(number, obstacle);
      await unit.note('survey of meeting not opened', undefined, { meeting: number, reason: obstacle }, now);
      await tellManagers(unit, meeting, now, calendar);
    });
