import type { PlanStep, SurveyWish } from '../../contracts/meetings-api.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { planUntil } from '../../domain/meetings/plan-until.ts';
import type { MeetingSurvey, SurveyRefusal } from '../../domain/meetings/survey.ts';
import { closingOf, openingOf } from '../../domain/meetings/survey.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Unit } from '../../ports/unit.ts';
import { planOf } from '../rounds/plan-round.ts';
import { wishOf } from './open-survey.ts';
import type { AskedRound } from './surveys-around.ts';

type Steps = ReturnType<typeof planUntil>;
type Planned = Pick<Meeting, 'date' | 'starts' | 'survey' | 'surveyRefused'>;

/** Everything that happens until a meeting. `round`: that asks for it; without one, its survey as it is planned. */
export const planOfMeeting = (calendar: Calendar, meeting: Planned, zone: string, round?: AskedRound): Steps => {
  const { date, survey, surveyRefused } = meeting;
  // What was collected elsewhere was not opened here, and nobody was reminded.
  if (round !== undefined) return planUntil(calendar, meeting, zone, round.imported ? undefined : round);
  if (survey === undefined || surveyRefused !== undefined) return planUntil(calendar, meeting, zone);
  const opens = openingOf(calendar, date, survey, zone);
  return planUntil(calendar, meeting, zone, { opens, closes: closingOf(calendar, date, survey, zone) });
};

export const shownSteps = (steps: Steps): PlanStep[] =>
  steps.map(({ is, day, at }) => ({ is, day, at: at?.toISOString() ?? null }));

export const shownSurvey = (survey: MeetingSurvey): SurveyWish => ({
  ...survey,
  ...{ questions: [...survey.questions], audience: [...survey.audience] },
});

/** Why a survey that goes with a meeting on this day would not open, as the roster is now; undefined: it would. */
export const obstacleAhead = async (
  unit: Unit,
  date: string,
  survey: MeetingSurvey,
  needs: { readonly calendar: Calendar; readonly instruments: Instruments },
): Promise<SurveyRefusal | undefined> => {
  const { calendar } = needs;
  const { zone } = await unit.collaboration();
  const opens = openingOf(calendar, date, survey, zone);
  return (await planOf(unit, wishOf({ date }, survey, zone, calendar), opens, needs)).obstacle;
};
