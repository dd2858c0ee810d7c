import type { Decision, Meeting } from '../domain/meetings/meeting.ts';
import type { MeetingSurvey, SurveyRefusal } from '../domain/meetings/survey.ts';
import type { Rhythm } from '../domain/meetings/rhythm.ts';

/** Somebody who was there, for the organisation they answered for then. */
export type Attendee = { readonly member: number; readonly organisation: number };

export type MeetingsPart = {
  /** In the order of their dates, also those called off. */
  all(): Promise<readonly Meeting[]>;
  find(number: number): Promise<Meeting | undefined>;
  /** Numbered the largest + 1. `day taken`: another that is not called off is on that day; nothing is stored. */
  plan(wish: Pick<Meeting, 'date' | 'starts' | 'byRhythm' | 'survey'>): Promise<Meeting | 'day taken'>;
  /** Its version grows by one, and it is nobody's rhythm any more. `day taken`: as in `plan`. */
  move(number: number, to: Pick<Meeting, 'date' | 'starts'>): Promise<Meeting | 'day taken'>;
  /** From planned, once. False: it is not planned any more. */
  end(number: number, at: Date): Promise<boolean>;
  /** From planned, once; nobody's rhythm any more. False: it is not planned any more. */
  callOff(number: number): Promise<boolean>;
  /** One that came by rhythm is called off, and stays the rhythm's. */
  takeAway(number: number): Promise<void>;
  /** Planned by the rhythm for that day, also where it was taken away. `day taken`: as in `plan`. */
  moveByRhythm(number: number, to: Pick<Meeting, 'date' | 'starts'>): Promise<Meeting | 'day taken'>;
  /** Undefined: no survey goes with it. The version grows by one, and nothing is said of why it could not be opened. */
  setSurvey(number: number, survey: MeetingSurvey | undefined): Promise<void>;
  /** The round that was opened for it. */
  setRound(number: number, round: number): Promise<void>;
  /** Why its survey could not be opened. */
  refuseSurvey(number: number, reason: SurveyRefusal): Promise<void>;
  rhythm(): Promise<Rhythm | undefined>;
  /** Undefined: meetings are planned one by one. */
  setRhythm(rhythm: Rhythm | undefined): Promise<void>;
  /** Undefined: nobody has said who was there. By organisation, then by name. */
  attendance(number: number): Promise<readonly Attendee[] | undefined>;
  /** Replaces what was said before; `at`: when it was said. */
  setAttendance(number: number, present: readonly Attendee[], at: Date): Promise<void>;
  /** Of meetings held whose attendance was taken, by their dates, the newest `most` of them. */
  attendances(most: number): Promise<readonly { readonly meeting: number; readonly present: readonly Attendee[] }[]>;
  /** The meetings this member was at, by their dates. */
  attendedBy(member: number): Promise<readonly { readonly date: string; readonly organisation: number }[]>;
  /** Takes the member out of who was there; counts are one less. May run twice. */
  forgetAttendance(member: number): Promise<void>;
  /** In the order in which they were made. */
  decisions(number: number): Promise<readonly Decision[]>;
  /** `request` names what asked for it: the same again stores nothing more, and gives the same. */
  decide(number: number, text: string, request: string, at: Date): Promise<Decision>;
  /** Undefined: there is none such. */
  changeDecision(number: number, decision: Decision): Promise<Decision | undefined>;
  /** May run twice: what is gone is gone. */
  dropDecision(number: number, decision: number): Promise<void>;
};
