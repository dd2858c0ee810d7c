import type { MeetingShown, MeetingsPage } from '../../contracts/meetings-api.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Collaboration } from '../../domain/collaboration.ts';
import { attendanceCounts, readByAll } from '../../domain/meetings/attendance.ts';
import type { AttendanceCounts } from '../../domain/meetings/attendance.ts';
import { meetingLimits, wasTakenAway } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { SurveyRefusal } from '../../domain/meetings/survey.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Instruments } from '../../ports/instruments.ts';
import type { Store } from '../../ports/store.ts';
import type { Unit } from '../../ports/unit.ts';
import type { Inside } from '../gate.ts';
import { leadsMeetings } from '../gate.ts';
import { comersOf } from './comers.ts';
import { obstacleAhead, planOfMeeting, shownSteps, shownSurvey } from './plan-of-meeting.ts';
import { usualSurvey } from './proposed-survey.ts';
import { askedForMeeting, askedRounds } from './surveys-around.ts';

type Needs = {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instruments: Instruments;
};

type Obstacle = { readonly happened: boolean; readonly reason: SurveyRefusal };
/** As the page shows it, but for why a survey did not open: that is a sentence there. */
export type MeetingsRead = Omit<MeetingsPage, 'meetings'> & {
  readonly meetings: readonly (Omit<MeetingShown, 'obstacle'> & { readonly obstacle: Obstacle | undefined })[];
};

/** Meetings that are over, on the page. */
const mostOver = 24;
/** Counted over: enough that the first on the page still has one before it. */
const mostCounted = 200;

/** What stands in the way of a survey that opens later, as the roster is now; only of the next: it costs a look at everybody. */
const obstacleOf = async (unit: Unit, meeting: Meeting, isNext: boolean, needs: Needs): Promise<Obstacle | undefined> => {
  const { survey, round, surveyRefused, date, state } = meeting;
  if (state !== 'planned' || survey === undefined || round !== undefined) return undefined;
  if (surveyRefused !== undefined) return { happened: true, reason: surveyRefused };
  const reason = isNext ? await obstacleAhead(unit, date, survey, needs) : undefined;
  return reason === undefined ? undefined : { happened: false, reason };
};

const attendedOf = (counts: AttendanceCounts | undefined, mayChange: boolean): MeetingShown['attended'] => {
  if (counts === undefined) return null;
  const { present, new: fresh, alsoAtPrevious = null, backAfterAbsence = null } = mayChange ? counts : readByAll(counts);
  return { present, parts: fresh === undefined ? null : { new: fresh, alsoAtPrevious, backAfterAbsence } };
};

/** Those planned, the next first; then those that are over, the last first. */
const inOrder = (meetings: readonly Meeting[]): { readonly shown: readonly Meeting[]; readonly more: boolean } => {
  const listed = meetings.filter((one) => !wasTakenAway(one));
  const over = listed.filter(({ state }) => state !== 'planned').reverse();
  return {
    shown: [...listed.filter(({ state }) => state === 'planned'), ...over.slice(0, mostOver)],
    more: over.length > mostOver,
  };
};

const meetingsIn = async (
  unit: Unit,
  all: readonly Meeting[],
  meetings: readonly Meeting[],
  mayChange: boolean,
  needs: Needs,
  { zone }: Collaboration,
) => {
  const { calendar, clock } = needs;
  const now = clock();
  const today = calendar.dateOf(now, zone);
  const taken = await unit.meetings.attendances(mostCounted);
  const counts = attendanceCounts(
    taken.map(({ meeting, present }) => ({ meeting, present: new Set(present.map(({ member }) => member)) })),
  );
  const rounds = await askedRounds(unit);
  const next = meetings.find(({ state }) => state === 'planned');
  const shown: MeetingsRead['meetings'][number][] = [];
  for (const meeting of meetings) {
    const { number, version, date, starts, state, byRhythm, survey, round } = meeting;
    const planned = state === 'planned';
    const due = date <= today;
    const asked = planned && round === undefined ? askedForMeeting(date, all, rounds, calendar, zone) : undefined;
    const own = round === undefined ? asked : rounds.find((one) => one.number === round);
    const steps = planned ? planOfMeeting(calendar, meeting, zone, own) : [];
    // Who was there is said on the day, before the meeting has been ended.
    const present = planned && due ? (await unit.meetings.attendance(number))?.length : undefined;
    const counted = counts.find((one) => one.meeting === number);
    shown.push({
      ...{ number, version, date, starts, state, byRhythm, due },
      survey: survey === undefined ? null : shownSurvey(survey),
      ...{ round: round ?? null, asked: asked?.number ?? null },
      obstacle: mayChange && asked === undefined ? await obstacleOf(unit, meeting, meeting === next, needs) : undefined,
      plan: shownSteps(steps),
      attended: present === undefined ? attendedOf(counted, mayChange) : { present, parts: null },
      decisions: planned && !due ? [] : [...(await unit.meetings.decisions(number))],
    });
  }
  return { shown, taken };
};

/** For everybody in the channel; names are in none of it. Changes nothing. */
export const readMeetings =
  (needs: Needs) =>
  (who: Inside): Promise<MeetingsRead> =>
    needs.store.within(who.collaboration, async (unit) => {
      const collaboration = await unit.collaboration();
      const { zone, closed } = collaboration;
      const mayChange = closed === undefined && leadsMeetings(await unit.members.of(who.person));
      const all = await unit.meetings.all();
      const { shown, more } = inOrder(all);
      const { shown: meetings, taken } = await meetingsIn(unit, all, shown, mayChange, needs, collaboration);
      const today = needs.calendar.dateOf(needs.clock(), zone);
      const rhythm = await unit.meetings.rhythm();
      const approved = mayChange ? (await unit.localQuestions.all()).filter(({ state }) => state === 'approved') : [];
      return {
        ...{ zone, today, mayChange, meetings, more },
        last: needs.calendar.plusDays(today, meetingLimits.daysAhead),
        organisations: collaboration.organisations.map(({ id, name }) => ({ id: String(id), name })),
        rhythm:
          rhythm === undefined ? null : { ...rhythm, survey: rhythm.survey === undefined ? null : shownSurvey(rhythm.survey) },
        proposal: mayChange ? await usualSurvey(unit) : null,
        questions: approved.map(({ id, text }) => ({ id, text })),
        comers: mayChange ? await comersOf(unit, collaboration, taken) : null,
        limits: { decision: meetingLimits.decision, decisions: meetingLimits.decisions },
      };
    });
