import { z } from 'zod';
import { written } from './written.ts';

/** Meetings in the tab, below `/api/channels/{channel id}/meetings`. Organisations are named by their number as text. Dates and times are of the collaboration's zone. */
const text = written(2_000);
const date = z.iso.date();
const starts = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const count = z.int().min(0);
const number = z.int().min(1).max(32_767);
const version = z.int().min(1).max(2_147_483_647);
const member = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const decisionId = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** Weekly: every so many weeks; monthly: the nth weekday (-1: the last) every so many months. */
const rule = z.discriminatedUnion('each', [
  z.strictObject({ each: z.literal('week'), every: z.int().min(1).max(52), weekday }),
  z.strictObject({ each: z.literal('month'), every: z.int().min(1).max(12), weekday, nth: z.literal([1, 2, 3, 4, 5, -1]) }),
]);
const survey = z.strictObject({
  instrument: z.enum(['relational', 'health check', 'six practices', 'check-back']),
  /** Approved questions of the partners' own, by their ids. */
  questions: z.array(z.int().min(1).max(2_147_483_647)).max(100),
  audience: z
    .array(z.enum(['leader', 'employee']))
    .min(1)
    .max(2),
  k: count.max(100),
  /** Days before the meeting. */
  opensBefore: count.max(400),
  closesBefore: count.max(400),
});
export type SurveyWish = z.infer<typeof survey>;
/** Of a meeting that is planned: null for none; absent: as it is proposed. */
export const surveyOfNew = survey.nullable().optional();

/** `survey`: goes with each meeting that is not too soon after another; null: with none by itself. */
const rhythm = z.strictObject({ rule, from: date, starts, survey: survey.nullable() });
export type RhythmWish = z.infer<typeof rhythm>;

/** Why no survey is proposed: another closes too near, or the day it would have opened on is over. */
const notProposed = z.enum(['too soon', 'opening day over']);
export type NotProposed = z.infer<typeof notProposed>;

const step = z.strictObject({
  is: z.enum([
    'survey opens',
    'reminder',
    'survey closes',
    'results ready',
    'updates asked',
    'brief',
    'meeting',
    'check-out',
    'minutes',
  ]),
  day: date,
  /** Null: after the meeting, when somebody ends it. */
  at: z.iso.datetime().nullable(),
});
export type PlanStep = z.infer<typeof step>;

/** Who came, counted. `parts` null: too small a count, or nobody to compare with. */
const attended = z.strictObject({
  present: count,
  parts: z.strictObject({ new: count, alsoAtPrevious: count.nullable(), backAfterAbsence: count.nullable() }).nullable(),
});

const decision = z.strictObject({ id: decisionId, text: z.string() });

const meeting = z.strictObject({
  number,
  /** Sent along with a change: it is refused where somebody else has changed the meeting since. */
  version,
  date,
  starts,
  state: z.enum(['planned', 'held', 'called off']),
  /** Its day has come, or is over. */
  due: z.boolean(),
  byRhythm: z.boolean(),
  survey: survey.nullable(),
  /** The round that was opened for it. */
  round: number.nullable(),
  /** Another round that asks, or asked, for it, so that its own survey does not open. */
  asked: number.nullable(),
  /** Why its survey was not opened, or would not be as things stand now: a sentence in the language of the request. */
  obstacle: z.strictObject({ happened: z.boolean(), sentence: z.string() }).nullable(),
  /** Everything the app does for it, in its order; empty where it is not planned. */
  plan: z.array(step),
  /** Null: nobody has said who was there. */
  attended: attended.nullable(),
  decisions: z.array(decision),
});
export type MeetingShown = z.infer<typeof meeting>;

/** `GET .../meetings`, and the answer to every change. */
export const meetingsPage = z.strictObject({
  zone: z.string(),
  today: date,
  /** The furthest day there may be. */
  last: date,
  /** The reader plans meetings. */
  mayChange: z.boolean(),
  /** In the order of set-up, also those that have left. */
  organisations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  rhythm: rhythm.nullable(),
  /** What a survey would be unless somebody says otherwise; null for who plans none. */
  proposal: survey.nullable(),
  /** Questions of the partners' own that may be asked. */
  questions: z.array(z.strictObject({ id: z.int(), text: z.string() })),
  /** Those planned first, the next one at their head; then the others, the last at their head. */
  meetings: z.array(meeting),
  /** More were held than are shown. */
  more: z.boolean(),
  /** Over the last meetings, for who plans them; null: too few were held, or not for this reader. */
  comers: z
    .strictObject({
      of: count,
      /** Null: fewer than six meetings were held. */
      regular: count.nullable(),
      neverCame: z.array(z.strictObject({ organisation: z.string(), people: count, of: count })),
    })
    .nullable(),
  limits: z.strictObject({ decision: count, decisions: count }),
});
export type MeetingsPage = z.infer<typeof meetingsPage>;

/** `POST .../meetings` */
export const newMeeting = z.strictObject({ date, starts, survey: surveyOfNew });
export type NewMeeting = z.infer<typeof newMeeting>;

/** `POST .../meetings/preview`, with a new meeting: what it would mean. Changes nothing. */
export const meetingPreview = z.strictObject({
  plan: z.array(step),
  /** Would go with it: as wished, or as proposed; null: none would. */
  survey: survey.nullable(),
  /** What one is unless somebody says otherwise. */
  usual: survey,
  notProposed: notProposed.nullable(),
  asked: number.nullable(),
  /** Why its survey would not open as things stand now: a sentence. */
  obstacle: z.string().nullable(),
});
export type MeetingPreview = z.infer<typeof meetingPreview>;

/** `POST .../meetings/{number}` */
export const meetingChange = z.strictObject({
  version,
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('move'), date, starts }),
    z.strictObject({ is: z.literal('call off') }),
    /** It has been held. */
    z.strictObject({ is: z.literal('held') }),
    z.strictObject({ is: z.literal('survey'), survey: survey.nullable() }),
  ]),
});
export type MeetingChange = z.infer<typeof meetingChange>;

/** `POST .../meetings/rhythm`: null ends it. `seen`: the rhythm as it was shown. */
export const rhythmChange = z.strictObject({ seen: rhythm.nullable(), rhythm: rhythm.nullable() });
export type RhythmChange = z.infer<typeof rhythmChange>;

/** `POST .../meetings/rhythm-days`: changes nothing. */
export const rhythmQuestion = z.strictObject({ rhythm });
export const rhythmDays = z.strictObject({
  /** The first of them, each with the days of the survey that would go with it, or why the rhythm's would not. */
  days: z.array(
    z.strictObject({
      date,
      survey: z.strictObject({ opens: date, closes: date }).nullable(),
      notProposed: notProposed.nullable(),
    }),
  ),
  /** How many there are in all, and how many of them with a survey. */
  count,
  surveys: count,
  /** Days of the rhythm on which nobody works: no meeting. */
  leftOut: z.array(date),
  /** Meetings that would be taken away, or be on another day: those the rhythm before gave. */
  replaced: count,
});
export type RhythmDays = z.infer<typeof rhythmDays>;

/** `GET .../meetings/{number}/attendance`, for who plans meetings; by organisation, then by name. */
export const attendanceDesk = z.strictObject({
  organisations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  people: z.array(z.strictObject({ id: member, name: z.string(), organisation: z.string() })),
  /** Null: nobody has said who was there. */
  present: z.array(member).nullable(),
});
export type AttendanceDesk = z.infer<typeof attendanceDesk>;

const people = z.array(member).max(2_000);
/** `POST .../meetings/{number}/attendance`: replaces. `seen`: who was present as it was shown. */
export const attendanceWish = z.strictObject({ seen: people.nullable(), present: people });
export type AttendanceWish = z.infer<typeof attendanceWish>;

/** `POST .../meetings/{number}/decisions`: added once for each `request`, which the page makes up. `was`: its text as it was shown. */
export const decisionChange = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('add'), request: z.uuid(), text }),
  z.strictObject({ is: z.literal('change'), id: decisionId, was: text, text }),
  z.strictObject({ is: z.literal('drop'), id: decisionId, was: text }),
]);
export type DecisionChange = z.infer<typeof decisionChange>;
