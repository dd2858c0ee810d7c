import type { Calendar } from '../../domain/calendar.ts';
import { closingTime, proposedClosingDate, reminders } from '../../domain/plan.ts';
import type { Round } from '../../domain/round.ts';
import type { Collaboration, Language } from '../../domain/collaboration.ts';
import type { SurveyFacts } from '../../domain/message.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Entered } from '../gate.ts';
import { integrationManagerOnly } from '../gate.ts';
import { isReopenable } from './closed-desk.ts';
import { scheduleRound } from './launch-round.ts';
import { dateObstacle } from './plan-round.ts';
import { surveyFacts } from './survey-facts.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar };

/** The latest round, closed and to be opened again by this person, or the refusal. */
const reopenable = async (unit: Unit, who: Entered, number: number, now: Date): Promise<Round> => {
  await integrationManagerOnly(unit, who.person);
  const round = await unit.rounds.latest();
  if (round?.state === 'open') throw new Refused('one is open');
  if (round?.number !== number || !(await isReopenable(unit, round, now))) throw new Refused('cannot be opened again');
  return round;
};

export type Reopening = {
  readonly language: Language;
  readonly collaboration: Collaboration;
  readonly round: Round;
  /** A date in the collaboration's zone. */
  readonly closingDate: string;
};

/** What opening a round again means, before it is done, with a closing date proposed as for a new round. Changes nothing. */
export const planReopening =
  ({ store, clock, calendar }: Needs) =>
  async (who: Entered, number: number): Promise<Reopening> =>
    await store.within(who.collaboration, async (unit) => {
      const now = clock();
      const round = await reopenable(unit, who, number, now);
      const collaboration = await unit.collaboration();
      const { zone, nextMeeting, language } = collaboration;
      const closingDate = proposedClosingDate(calendar, calendar.dateOf(now, zone), nextMeeting, zone);
      return { language: who.language ?? language, collaboration, round, closingDate };
    });

/**
 * Opens the latest round again until a new closing date; k, mode, audience and who is invited stay as they were frozen at launch, and
 * what is published stays published until it closes (method.md, P6). May it run twice? The second is refused: it is open.
 */
export const reopenRound =
  ({ store, clock, calendar }: Needs) =>
  async (who: Entered, number: number, closingDate: string): Promise<SurveyFacts> =>
    await store.within(who.collaboration, async (unit) => {
      // Who says their place at this moment finds the round closed, or open and is invited to it.
      await unit.oneAtATime();
      const now = clock();
      await reopenable(unit, who, number, now);
      const collaboration = await unit.collaboration();
      const closes = calendar.instantOf(closingDate, closingTime, collaboration.zone);
      const obstacle = dateObstacle(closes, now);
      if (obstacle !== undefined) throw new Refused(obstacle);
      const round = await unit.rounds.reopen(number, closes, now);
      if (round === undefined) throw new Refused('cannot be opened again');
      await scheduleRound(unit, collaboration.id, round, reminders(calendar, now, closes, collaboration.zone));
      await unit.enqueue({ name: 'refresh survey card', collaboration: collaboration.id, round: number });
      await unit.note('round opened again', who.person, { round: number, closingDate }, now);
      return await surveyFacts(unit, collaboration, round, who.language);
    });
