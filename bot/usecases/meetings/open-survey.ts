import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { MeetingSurvey, SurveyRefusal } from '../../domain/meetings/survey.ts';
import { closingDateOf, openingOf } from '../../domain/meetings/survey.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import { openAsPlanned } from '../rounds/launch-round.ts';
import type { RoundWish } from '../rounds/plan-round.ts';
import { planOf } from '../rounds/plan-round.ts';
import { askedForMeeting, askedRounds } from './surveys-around.ts';
import { refuseOpening, tellManagers } from './tell-not-opened.ts';

type Needs = {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instruments: Instruments;
};

export const wishOf = ({ date }: Pick<Meeting, 'date'>, survey: MeetingSurvey, zone: string, calendar: Calendar): RoundWish => {
  const { instrument, questions, audience, k } = survey;
  return { instrument, questions, audience, k, closingDate: closingDateOf(calendar, date, survey, zone) };
};

const askedAlready = async (unit: Unit, { date }: Meeting, zone: string, calendar: Calendar) =>
  askedForMeeting(date, await unit.meetings.all(), await askedRounds(unit), calendar, zone);

/**
 * The survey of a meeting, when its day has come, with the same rules as by hand; where these say no, nothing is opened, the meeting says why
 * and so does a message to the integration managers. Nothing is done where the meeting has become another since, or where another round asks, or
 * asked, for it.
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
      const opens = openingOf(calendar, meeting.date, survey, zone);
      if (opens > now) {
        await unit.enqueue({ name: 'open survey', collaboration: id, meeting: number, version }, { after: opens });
        return;
      }
      // Nobody is asked twice for one meeting. Its plan shows that round, so nobody needs to be told.
      if ((await askedAlready(unit, meeting, zone, calendar)) !== undefined) {
        await refuseOpening(unit, meeting, 'asked already', now);
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
      await refuseOpening(unit, meeting, obstacle, now);
      await tellManagers(unit, meeting, now, calendar);
    });
