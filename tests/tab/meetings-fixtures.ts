import {
  type AttendanceDesk,
  attendanceDesk,
  type MeetingPreview,
  meetingPreview,
  type MeetingShown,
  type MeetingsPage,
  meetingsPage,
  type RhythmDays,
  rhythmDays,
} from '../../bot/contracts/meetings-api.ts';

const organisations = [
  { id: '1', name: 'Hospital trust' },
  { id: '2', name: 'Municipality A' },
  { id: '3', name: 'Municipality B with a name that is rather long' },
];

export const surveyOf = (): NonNullable<MeetingShown['survey']> => ({
  ...{ instrument: 'relational', questions: [], audience: ['leader'], k: 4, opensBefore: 14, closesBefore: 3 },
});

const plan: MeetingShown['plan'] = [
  { is: 'survey opens', day: '2026-06-02', at: '2026-06-02T06:00:00Z' },
  { is: 'reminder', day: '2026-06-05', at: '2026-06-05T06:00:00Z' },
  { is: 'reminder', day: '2026-06-10', at: '2026-06-10T06:00:00Z' },
  { is: 'survey closes', day: '2026-06-12', at: '2026-06-12T13:00:00Z' },
  { is: 'results ready', day: '2026-06-12', at: '2026-06-12T13:00:00Z' },
  { is: 'updates asked', day: '2026-06-12', at: '2026-06-12T06:00:00Z' },
  { is: 'brief', day: '2026-06-15', at: '2026-06-15T06:00:00Z' },
  { is: 'meeting', day: '2026-06-16', at: '2026-06-16T07:00:00Z' },
  { is: 'check-out', day: '2026-06-16', at: null },
  { is: 'minutes', day: '2026-06-16', at: null },
];

export const meetingOf = (more: Partial<MeetingShown> = {}): MeetingShown => ({
  ...{ number: 4, version: 1, date: '2026-06-16', starts: '09:00', state: 'planned', due: false, byRhythm: true },
  ...{ survey: surveyOf(), round: null, asked: null, obstacle: null, plan, attended: null, decisions: [] },
  ...more,
});

const over: Partial<MeetingShown> = { plan: [], survey: null, due: true };
const held = (number: number, date: string, more: Partial<MeetingShown> = {}): MeetingShown =>
  meetingOf({ ...over, number, date, state: 'held', ...more });
const all: readonly MeetingShown[] = [
  meetingOf(),
  meetingOf({ number: 5, date: '2026-08-25', survey: null, plan: plan.slice(5) }),
  meetingOf({ number: 6, date: '2026-09-22', survey: null, plan: plan.slice(5) }),
  held(3, '2026-05-26', {
    attended: { present: 14, parts: { new: 1, alsoAtPrevious: 11, backAfterAbsence: 2 } },
    decisions: [
      { id: 1, text: 'The ward calls before noon when somebody goes home' },
      { id: 2, text: '<b>One</b> list of medicines, kept by home care' },
    ],
  }),
  held(2, '2026-04-28', { state: 'called off' }),
  held(1, '2026-03-24', { attended: { present: 12, parts: { new: 12, alsoAtPrevious: null, backAfterAbsence: null } } }),
];

/** As who plans meetings sees them. */
export const meetingsOf = (more: Partial<MeetingsPage> = {}): MeetingsPage =>
  meetingsPage.parse({
    ...{ zone: 'Europe/Oslo', today: '2026-06-03', last: '2028-06-02', mayChange: true, organisations },
    rhythm: { rule: { each: 'month', every: 1, weekday: 2, nth: 4 }, from: '2026-03-01', starts: '09:00', survey: surveyOf() },
    ...{ proposal: surveyOf(), questions: [], meetings: [...all], more: false },
    comers: {
      ...{ of: 2, regular: null },
      neverCame: [
        { organisation: '1', people: 0, of: 5 },
        { organisation: '2', people: 1, of: 4 },
        { organisation: '3', people: 2, of: 4 },
      ],
    },
    limits: { decision: 400, decisions: 30 },
    ...more,
  });

/** As everybody else sees them. */
export const readerOf = (): MeetingsPage => meetingsOf({ mayChange: false, proposal: null, comers: null });

export const daysOf = (more: Partial<RhythmDays> = {}): RhythmDays =>
  rhythmDays.parse({
    days: [
      { date: '2026-06-23', survey: null, notProposed: 'opening day over' },
      { date: '2026-07-28', survey: { opens: '2026-07-14', closes: '2026-07-24' }, notProposed: null },
      { date: '2026-08-25', survey: null, notProposed: 'too soon' },
      { date: '2026-09-22', survey: null, notProposed: null },
    ],
    ...{ count: 11, surveys: 3, leftOut: ['2027-05-17'], replaced: 3 },
    ...more,
  });

/** Of a meeting that is not planned yet. */
export const previewOf = (more: Partial<MeetingPreview> = {}): MeetingPreview =>
  meetingPreview.parse({
    ...{ plan, survey: surveyOf(), usual: surveyOf(), notProposed: null, asked: null, obstacle: null },
    ...more,
  });
export const withoutSurvey = (more: Partial<MeetingPreview> = {}): MeetingPreview =>
  previewOf({ survey: null, plan: plan.slice(5), ...more });

const person = (id: number) => ({ id, name: `Sample leader ${id}`, organisation: String((id % 3) + 1) });
export const deskOf = (more: Partial<AttendanceDesk> = {}): AttendanceDesk =>
  attendanceDesk.parse({
    organisations,
    people: Array.from({ length: 17 }, (_, place) => person(place + 1)),
    present: [1, 2, 3, 5, 8],
    ...more,
  });
