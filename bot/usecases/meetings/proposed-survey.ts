import type { Calendar } from '../../domain/calendar.ts';
import type { MeetingSurvey } from '../../domain/meetings/survey.ts';
import { closingOf, daysInOrder, openingOf, usualSurveyDays } from '../../domain/meetings/survey.ts';
import { notProposed } from '../../domain/meetings/survey-spacing.ts';
import type { NotProposed } from '../../domain/meetings/survey-spacing.ts';
import { lowestK } from '../../domain/scoring/mode.ts';
import { Refused } from '../../errors.ts';
import type { Unit } from '../../ports/unit.ts';
import { surveyClosings } from './surveys-around.ts';

/** Of the leaders about each partner; `k`: of the last round, the lowest where there was none. */
export const usualSurveyWith = (k: number = lowestK) =>
  ({ instrument: 'relational', questions: [], audience: ['leader'], k, ...usualSurveyDays }) satisfies MeetingSurvey;

export const usualSurvey = async (unit: Unit) => usualSurveyWith((await unit.rounds.latest())?.k);

type Facts = { readonly now: Date; readonly zone: string; readonly calendar: Calendar };

/** Not one that has no day to be answered on, whatever the meeting's day is. */
export const refuseDays = (survey: MeetingSurvey): void => {
  if (!daysInOrder(survey)) throw new Refused('survey days not in order');
  if (survey.k < lowestK) throw new Refused('k below 3');
};

/** As above, nor one that would have opened by now. */
export const refuseSurvey = (date: string, survey: MeetingSurvey, { now, zone, calendar }: Facts): void => {
  const opens = openingOf(calendar, date, survey, zone);
  refuseDays(survey);
  if (closingOf(calendar, date, survey, zone) <= opens) throw new Refused('survey days not in order');
  if (opens <= now) throw new Refused('survey opening not ahead');
};

/** What goes with a meeting that is planned; `notProposed`: why not the usual, or why it is there and will not open. */
export type PlannedSurvey = { readonly survey?: MeetingSurvey; readonly notProposed?: NotProposed };

/**
 * As somebody says: `wish`, null for none. Undefined, the usual one, where no other survey closes too near. One whose opening day is over
 * goes along unopened, so that the plan says so.
 */
export const surveyForNew = async (
  unit: Unit,
  date: string,
  wish: MeetingSurvey | null | undefined,
  { now, calendar }: Omit<Facts, 'zone'>,
): Promise<PlannedSurvey> => {
  if (wish === null) return {};
  const { zone } = await unit.collaboration();
  if (wish !== undefined) {
    refuseSurvey(date, wish, { now, zone, calendar });
    return { survey: wish };
  }
  const survey = await usualSurvey(unit);
  const others = await surveyClosings(unit, calendar);
  const because = notProposed(calendar, date, survey, { others, now, zone });
  if (because === undefined) return { survey };
  return because === 'too soon' ? { notProposed: because } : { survey, notProposed: because };
};
