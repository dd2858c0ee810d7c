import type { Calendar } from '../../domain/calendar.ts';
import type { CollaborationId } from '../../domain/collaboration.ts';
import { arrangement, surveysAlong } from '../../domain/meetings/arrangement.ts';
import type { Along, Place } from '../../domain/meetings/arrangement.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { wasTakenAway } from '../../domain/meetings/meeting.ts';
import type { Recurrence, Rhythm } from '../../domain/meetings/rhythm.ts';
import { daysOf, leftOut, plannedAhead } from '../../domain/meetings/rhythm.ts';
import { closingDateOf, openingOf, sameSurvey } from '../../domain/meetings/survey.ts';
import type { MeetingSurvey } from '../../domain/meetings/survey.ts';
import type { NotProposed } from '../../domain/meetings/survey-spacing.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { chairOrManager } from '../gate.ts';
import { waitForMeeting } from './ahead.ts';
import { refuseDays } from './proposed-survey.ts';
import { waitForOpening } from './survey-of-meeting.ts';
import { surveyClosings } from './surveys-around.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly calendar: Calendar; readonly recurrence: Recurrence };

export type RhythmDay = {
  readonly date: string;
  /** The survey that would go with it: the days it opens and closes, in the collaboration's zone; undefined: none would. */
  readonly survey: { readonly opens: string; readonly closes: string } | undefined;
  /** Why the rhythm's does not. */
  readonly notProposed: NotProposed | undefined;
};
export type RhythmDays = {
  readonly days: readonly RhythmDay[];
  /** Days of the rhythm on which nobody works. */
  readonly leftOut: readonly string[];
  /** How many meetings that the rhythm before gave would be taken away, or be on another day. */
  readonly replaced: number;
};

/** Ahead, by rhythm, and nobody has moved it or opened a round for it. */
const isReplaceable =
  (today: string) =>
  ({ byRhythm, state, date, round }: Meeting): boolean =>
    byRhythm && state === 'planned' && date > today && round === undefined;

/** No meeting on a day that has one, or whose meeting somebody called off. */
const isFreeDay =
  (others: readonly Meeting[]) =>
  (day: string): boolean =>
    !others.some((one) => one.date === day && !wasTakenAway(one));

const wantedDays = async (unit: Unit, rhythm: Rhythm, now: Date, { calendar, recurrence }: Needs) => {
  const { zone } = await unit.collaboration();
  const today = calendar.dateOf(now, zone);
  const furthest = calendar.plusDays(today, plannedAhead.days);
  if (rhythm.from > furthest) throw new Refused('meeting date too far');
  if (rhythm.from < calendar.plusDays(today, -plannedAhead.days)) throw new Refused('meeting date not ahead');
  const days = daysOf(recurrence, calendar, rhythm, today, zone);
  if (days.length === 0) throw new Refused('rhythm never occurs');
  return { days, leftOut: leftOut(recurrence, calendar, rhythm, today, zone) };
};

/** The days `wanted` gives as things are, each with the meeting that is or comes there, and the survey that goes with it. */
const arranged = async (
  unit: Unit,
  wanted: readonly string[],
  surveys: { readonly wish: MeetingSurvey | undefined; readonly was: MeetingSurvey | undefined },
  now: Date,
  calendar: Calendar,
): Promise<ReturnType<typeof arrangement> & { readonly along: readonly Along[] }> => {
  const { zone } = await unit.collaboration();
  const all = await unit.meetings.all();
  const replaceable = all.filter(isReplaceable(calendar.dateOf(now, zone)));
  const free = wanted.filter(isFreeDay(all.filter((one) => !replaceable.includes(one))));
  const found = arrangement(free, replaceable);
  const others = await surveyClosings(unit, calendar, replaceable);
  return { ...found, along: surveysAlong(calendar, found.places, { ...surveys, others, now, zone }) };
};

/** Undefined: the day is taken after all. */
const placed = async (unit: Unit, { date, meeting }: Place, starts: string, { survey }: Along): Promise<Meeting | undefined> => {
  const along = survey === undefined ? {} : { survey };
  if (meeting === undefined) {
    const planned = await unit.meetings.plan({ date, starts, byRhythm: true, ...along });
    return planned === 'day taken' ? undefined : planned;
  }
  const stays = meeting.date === date && meeting.starts === starts;
  const moved = stays ? meeting : await unit.meetings.moveByRhythm(meeting.number, { date, starts });
  if (moved === 'day taken') return undefined;
  if (sameSurvey(moved.survey, survey)) return moved;
  await unit.meetings.setSurvey(moved.number, survey);
  return await unit.meetings.find(moved.number);
};

/**
 * Those the rhythm gave before are on the days it gives now, the first that is not there already on the first free one, with what is tied to them;
 * those that are left over are taken away, and none is deleted. Who asks has the collaboration to themselves.
 */
const arrange = async (
  unit: Unit,
  { places, spare, along }: Awaited<ReturnType<typeof arranged>>,
  starts: string,
  now: Date,
  calendar: Calendar,
): Promise<void> => {
  for (const { number } of spare) await unit.meetings.takeAway(number);
  for (const [at, place] of places.entries()) {
    const meeting = await placed(unit, place, starts, along[at] ?? {});
    if (meeting === undefined || meeting === place.meeting) continue;
    await waitForOpening(unit, meeting, now, calendar);
    await waitForMeeting(unit, meeting, now, calendar);
  }
};

/** Meetings are planned so far ahead, in days, before the clock looks for more. */
const lookAgainAfter = 30;
const wakeForPlanning = async (unit: Unit, collaboration: CollaborationId, now: Date): Promise<void> => {
  await unit.enqueue({ name: 'plan meetings', collaboration }, { after: new Date(now.getTime() + lookAgainAfter * 86_400_000) });
};

/** The days a rhythm gives, before anything is stored. Changes nothing. */
export const previewRhythm =
  (needs: Needs) =>
  (who: Inside, rhythm: Rhythm): Promise<RhythmDays> =>
    needs.store.within(who.collaboration, async (unit) => {
      await chairOrManager(unit, who.person);
      const { calendar } = needs;
      const now = needs.clock();
      const { zone } = await unit.collaboration();
      refuseWish(rhythm);
      const found = await wantedDays(unit, rhythm, now, needs);
      const surveys = { wish: rhythm.survey, was: (await unit.meetings.rhythm())?.survey };
      const { places, spare, along } = await arranged(unit, found.days, surveys, now, calendar);
      const days = places.map(({ date }, at): RhythmDay => {
        const { survey, notProposed } = along[at] ?? {};
        const when = survey && {
          opens: calendar.dateOf(openingOf(calendar, date, survey, zone), zone),
          closes: closingDateOf(calendar, date, survey, zone),
        };
        return { date, survey: notProposed === undefined ? when : undefined, notProposed };
      });
      return { days, leftOut: found.leftOut, replaced: spare.length };
    });

const refuseWish = ({ survey }: Rhythm): void => {
  if (survey !== undefined) refuseDays(survey);
};

const same = (one: Rhythm | undefined, other: Rhythm | undefined): boolean =>
  writtenOut(one) === writtenOut(other) && sameSurvey(one?.survey, other?.survey);
const writtenOut = (rhythm: Rhythm | undefined): string => {
  if (rhythm === undefined) return '';
  const { rule, from, starts } = rhythm;
  return [rule.each, rule.every, rule.weekday, rule.each === 'month' ? rule.nth : '', from, starts].join(' ');
};

/**
 * Sets the rhythm, or ends it; what it gave and nobody has moved is replaced. `seen`: the rhythm as somebody saw it.
 * May it run twice? Yes: the same rhythm again finds its days taken by its own meetings.
 */
export const setRhythm =
  (needs: Needs) =>
  (who: Inside, seen: Rhythm | undefined, rhythm: Rhythm | undefined): Promise<void> =>
    needs.store.within(who.collaboration, async (unit) => {
      await unit.oneAtATime();
      await chairOrManager(unit, who.person);
      const now = needs.clock();
      const was = await unit.meetings.rhythm();
      if (!same(was, seen) && !same(was, rhythm)) throw new Refused('changed meanwhile');
      if (rhythm !== undefined) refuseWish(rhythm);
      const days = rhythm === undefined ? [] : (await wantedDays(unit, rhythm, now, needs)).days;
      const found = await arranged(unit, days, { wish: rhythm?.survey, was: was?.survey }, now, needs.calendar);
      await arrange(unit, found, rhythm?.starts ?? '', now, needs.calendar);
      if (rhythm !== undefined) await wakeForPlanning(unit, who.collaboration, now);
      if (same(was, rhythm)) return;
      await unit.meetings.setRhythm(rhythm);
      const what = rhythm === undefined ? 'rhythm ended' : 'rhythm set';
      await unit.note(what, who.person, { was: was ?? null, is: rhythm ?? null }, now);
    });

/**
 * By the clock, once a month: the rhythm goes on beyond the last meeting it gave. What is planned already stays, also where people have
 * made it another. May it run twice? Yes: a day has one meeting.
 */
export const planAhead =
  (needs: Needs) =>
  (collaboration: CollaborationId): Promise<void> =>
    needs.store.within(collaboration, async (unit) => {
      await unit.oneAtATime();
      const rhythm = await unit.meetings.rhythm();
      if (rhythm === undefined) return;
      const now = needs.clock();
      const { zone } = await unit.collaboration();
      const today = needs.calendar.dateOf(now, zone);
      const all = await unit.meetings.all();
      const last = all.filter((one) => one.byRhythm && !wasTakenAway(one)).at(-1)?.date ?? today;
      const days = daysOf(needs.recurrence, needs.calendar, rhythm, today, zone).filter((day) => day > last);
      const places = days.filter(isFreeDay(all)).map((date) => ({ date }));
      const surveys = { wish: rhythm.survey, was: rhythm.survey };
      const others = await surveyClosings(unit, needs.calendar);
      const along = surveysAlong(needs.calendar, places, { ...surveys, others, now, zone });
      await arrange(unit, { places, spare: [], along }, rhythm.starts, now, needs.calendar);
      await wakeForPlanning(unit, collaboration, now);
    });
