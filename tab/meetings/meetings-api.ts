import {
  type AttendanceDesk,
  attendanceDesk,
  type AttendanceWish,
  type DecisionChange,
  type MeetingChange,
  type MeetingPreview,
  meetingPreview,
  type MeetingsPage,
  meetingsPage,
  type NewMeeting,
  type RhythmChange,
  type RhythmDays,
  rhythmDays,
  type RhythmWish,
} from '../../bot/contracts/meetings-api.ts';
import { ask, type Fetched } from '../api.ts';
import { answerWithinMs, type Caller, pathOf } from '../send.ts';

/** Whose channel, and who asks. */
export interface AtMeetings {
  readonly caller: Caller;
  readonly channel: string;
}

const below = (channel: string, rest: string): string => `${pathOf(channel)}/meetings${rest}`;
const sending = (body: unknown) => ({ body, withinMs: answerWithinMs });
const page = (body: unknown) => meetingsPage.safeParse(body);
const desk = (body: unknown) => attendanceDesk.safeParse(body);

export const fetchMeetings = ({ caller, channel }: AtMeetings): Promise<Fetched<MeetingsPage>> =>
  ask(caller, below(channel, ''), page);

export const sendNewMeeting = ({ caller, channel }: AtMeetings, wish: NewMeeting): Promise<Fetched<MeetingsPage>> =>
  ask(caller, below(channel, ''), page, sending(wish));

/** What a new meeting would mean, before it is planned. */
export const fetchPreview = ({ caller, channel }: AtMeetings, wish: NewMeeting): Promise<Fetched<MeetingPreview>> =>
  ask(caller, below(channel, '/preview'), (body) => meetingPreview.safeParse(body), sending(wish));

export const sendMeetingChange = (
  { caller, channel }: AtMeetings,
  meeting: number,
  change: MeetingChange,
): Promise<Fetched<MeetingsPage>> => ask(caller, below(channel, `/${meeting}`), page, sending(change));

export const fetchRhythmDays = ({ caller, channel }: AtMeetings, rhythm: RhythmWish): Promise<Fetched<RhythmDays>> =>
  ask(caller, below(channel, '/rhythm-days'), (body) => rhythmDays.safeParse(body), sending({ rhythm }));

export const sendRhythm = ({ caller, channel }: AtMeetings, change: RhythmChange): Promise<Fetched<MeetingsPage>> =>
  ask(caller, below(channel, '/rhythm'), page, sending(change));

export const fetchAttendance = ({ caller, channel }: AtMeetings, meeting: number): Promise<Fetched<AttendanceDesk>> =>
  ask(caller, below(channel, `/${meeting}/attendance`), desk);

export const sendAttendance = (
  { caller, channel }: AtMeetings,
  meeting: number,
  wish: AttendanceWish,
): Promise<Fetched<AttendanceDesk>> => ask(caller, below(channel, `/${meeting}/attendance`), desk, sending(wish));

export const sendDecision = (
  { caller, channel }: AtMeetings,
  meeting: number,
  change: DecisionChange,
): Promise<Fetched<MeetingsPage>> => ask(caller, below(channel, `/${meeting}/decisions`), page, sending(change));
