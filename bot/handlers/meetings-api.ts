import type { Request } from 'restify';
import { sayIn } from '../../locales/translate.ts';
import type {
  AttendanceDesk,
  MeetingChange,
  MeetingPreview,
  MeetingsPage,
  RhythmDays,
  RhythmWish,
} from '../contracts/meetings-api.ts';
import {
  attendanceWish,
  decisionChange,
  meetingChange,
  newMeeting,
  rhythmChange,
  rhythmQuestion,
} from '../contracts/meetings-api.ts';
import type { Language } from '../domain/collaboration.ts';
import type { Rhythm } from '../domain/meetings/rhythm.ts';
import type { UseCases } from '../usecases/all.ts';
import type { Inside } from '../usecases/gate.ts';
import { shownSteps, shownSurvey } from '../usecases/meetings/plan-of-meeting.ts';
import type { MeetingsRead } from '../usecases/meetings/read-meetings.ts';
import { numberInAddress } from './number-in-address.ts';
import { orFresh } from './or-fresh.ts';
import { sentBody } from './sent-body.ts';

const pageIn = (language: Language, { meetings, ...page }: MeetingsRead): MeetingsPage => ({
  ...page,
  meetings: meetings.map(({ obstacle, ...meeting }) => ({
    ...meeting,
    obstacle:
      obstacle === undefined ? null : { happened: obstacle.happened, sentence: sayIn(language)(`refused.${obstacle.reason}`) },
  })),
});

const rhythmOf = ({ survey, ...rhythm }: RhythmWish): Rhythm => (survey === null ? rhythm : { ...rhythm, survey });

/** Of the days a rhythm gives, on the page. */
const mostDays = 8;

type Needed =
  | 'readMeetings'
  | 'planMeeting'
  | 'previewMeeting'
  | 'changeMeeting'
  | 'previewRhythm'
  | 'setRhythm'
  | 'setSurvey'
  | 'readAttendance'
  | 'takeAttendance'
  | 'decide';

/** Meetings, in the tab. Every change is answered with the page as it is then. `language`: of the request. */
export const meetingsApi = (use: Pick<UseCases, Needed>) => {
  const page = async (who: Inside, language: Language): Promise<MeetingsPage> => pageIn(language, await use.readMeetings(who));
  const then = async (done: Promise<void>, who: Inside, language: Language): Promise<MeetingsPage> =>
    await orFresh(
      done.then(() => page(who, language)),
      () => page(who, language),
    );

  const changed = (who: Inside, number: number, { version, change }: MeetingChange): Promise<void> => {
    switch (change.is) {
      case 'move':
        return use.changeMeeting.move(who, number, version, change);
      case 'call off':
        return use.changeMeeting.callOff(who, number, version);
      case 'held':
        return use.changeMeeting.held(who, number, version);
      case 'survey':
        return use.setSurvey(who, number, version, change.survey ?? undefined);
    }
  };

  const desk = async (who: Inside, number: number): Promise<AttendanceDesk> => {
    const { collaboration, people, present } = await use.readAttendance(who, number);
    return {
      organisations: collaboration.organisations.map(({ id, name }) => ({ id: String(id), name })),
      people: people.map(({ member, name, organisation }) => ({ id: member, name, organisation: String(organisation) })),
      present: present === undefined ? null : [...present],
    };
  };

  return {
    page: (who: Inside, _request: Request, language: Language): Promise<MeetingsPage> => page(who, language),

    plan: async (who: Inside, request: Request, language: Language): Promise<MeetingsPage> => {
      const wish = await sentBody(request, newMeeting);
      return await then(use.planMeeting(who, wish), who, language);
    },

    preview: async (who: Inside, request: Request, language: Language): Promise<MeetingPreview> => {
      const shown = await use.previewMeeting(who, await sentBody(request, newMeeting));
      const { steps, survey, usual, notProposed = null, asked = null, obstacle } = shown;
      return {
        ...{ plan: shownSteps(steps), survey: survey === undefined ? null : shownSurvey(survey), usual: shownSurvey(usual) },
        ...{ notProposed, asked },
        obstacle: obstacle === undefined ? null : sayIn(language)(`refused.${obstacle}`),
      };
    },

    change: async (who: Inside, request: Request, language: Language): Promise<MeetingsPage> => {
      const number = numberInAddress(request, 'meeting', 'no such meeting');
      const wish = await sentBody(request, meetingChange);
      return await then(changed(who, number, wish), who, language);
    },

    rhythmDays: async (who: Inside, request: Request): Promise<RhythmDays> => {
      const { rhythm } = await sentBody(request, rhythmQuestion);
      const { days, leftOut, replaced } = await use.previewRhythm(who, rhythmOf(rhythm));
      return {
        days: days.slice(0, mostDays).map(({ date, survey = null, notProposed = null }) => ({ date, survey, notProposed })),
        ...{ count: days.length, surveys: days.filter(({ survey }) => survey !== undefined).length },
        ...{ leftOut: leftOut.slice(0, mostDays), replaced },
      };
    },

    rhythm: async (who: Inside, request: Request, language: Language): Promise<MeetingsPage> => {
      const { seen, rhythm } = await sentBody(request, rhythmChange);
      const known = seen === null ? undefined : rhythmOf(seen);
      return await then(use.setRhythm(who, known, rhythm === null ? undefined : rhythmOf(rhythm)), who, language);
    },

    attendance: (who: Inside, request: Request): Promise<AttendanceDesk> =>
      desk(who, numberInAddress(request, 'meeting', 'no such meeting')),

    takeAttendance: async (who: Inside, request: Request): Promise<AttendanceDesk> => {
      const number = numberInAddress(request, 'meeting', 'no such meeting');
      const { seen, present } = await sentBody(request, attendanceWish);
      return await orFresh(
        use.takeAttendance(who, number, seen ?? undefined, present).then(() => desk(who, number)),
        () => desk(who, number),
      );
    },

    decisions: async (who: Inside, request: Request, language: Language): Promise<MeetingsPage> => {
      const number = numberInAddress(request, 'meeting', 'no such meeting');
      const wish = await sentBody(request, decisionChange);
      const decided = (): Promise<void> => {
        switch (wish.is) {
          case 'add':
            return use.decide.add(who, number, wish.request, wish.text);
          case 'change':
            return use.decide.change(who, number, wish.id, wish.was, wish.text);
          case 'drop':
            return use.decide.drop(who, number, wish.id, wish.was);
        }
      };
      return await then(decided(), who, language);
    },
  };
};
