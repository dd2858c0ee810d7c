import type { Calendar } from '../../domain/calendar.ts';
import type { MeetingSurvey, SurveyRefusal } from '../../domain/meetings/survey.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Store } from '../../ports/store.ts';
import type { Inside } from '../gate.ts';
import { chairOrManager } from '../gate.ts';
import { obstacleAhead, planOfMeeting } from './plan-of-meeting.ts';
import type { NewMeetingWish } from './plan-meetings.ts';
import { refuseDay } from './plan-meetings.ts';
import type { PlannedSurvey } from './proposed-survey.ts';
import { surveyForNew, usualSurvey } from './proposed-survey.ts';
import { askedForMeeting, askedRounds } from './surveys-around.ts';

type Needs = {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instruments: Instruments;
};

export type MeetingPreview = PlannedSurvey & {
  readonly usual: MeetingSurvey;
  readonly steps: ReturnType<typeof planOfMeeting>;
  /** The number of the round that asks, or asked, for it: its own survey would not open. */
  readonly asked: number | undefined;
  /** Why its survey would not open, as the roster is now. */
  readonly obstacle: SurveyRefusal | undefined;
};

/** Everything that would happen until a meeting, before it is planned. A survey whose opening day is over is not among it. Changes nothing. */
export const previewMeeting =
  (needs: Needs) =>
  (who: Inside, { date, starts, survey: wish }: NewMeetingWish): Promise<MeetingPreview> =>
    needs.store.within(who.collaboration, async (unit) => {
      await chairOrManager(unit, who.person);
      const { calendar } = needs;
      const now = needs.clock();
      await refuseDay(unit, date, now, calendar);
      const { zone } = await unit.collaboration();
      const meetings = await unit.meetings.all();
      if (meetings.some((one) => one.date === date && one.state !== 'called off')) throw new Refused('meeting day taken');
      const { survey: found, notProposed } = await surveyForNew(unit, date, wish, { now, calendar });
      const survey = notProposed === undefined ? found : undefined;
      const along = survey === undefined ? {} : { survey };
      const asked = askedForMeeting(date, meetings, await askedRounds(unit), calendar, zone);
      const obstacle = survey === undefined || asked !== undefined ? undefined : await obstacleAhead(unit, date, survey, needs);
      return {
        ...{ ...along, usual: await usualSurvey(unit), asked: asked?.number, obstacle },
        ...(notProposed === undefined ? {} : { notProposed }),
        steps: planOfMeeting(calendar, { date, starts, ...along }, zone, asked),
      };
    });
