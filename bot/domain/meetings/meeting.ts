import type { MeetingSurvey, SurveyRefusal } from './survey.ts';

/** `planned` until a chair ends it or calls it off; a day that passes changes nothing by itself. */
export const meetingStates = ['planned', 'held', 'called off'] as const;
export type MeetingState = (typeof meetingStates)[number];

export type Meeting = {
  /** Numbered 1, 2, 3 ... inside its collaboration, in the order in which they were planned. */
  readonly number: number;
  /** YYYY-MM-DD, a day of the collaboration's zone. No two that are not called off are on one day. */
  readonly date: string;
  /** HH:MM in the collaboration's zone. */
  readonly starts: string;
  readonly state: MeetingState;
  /** When a chair ended it. */
  readonly ended?: Date;
  /** It came out of the rhythm, and nobody has moved it or called it off: another rhythm takes it away. Called off, it was taken away so. */
  readonly byRhythm: boolean;
  /** The survey that goes with it; absent: none does. */
  readonly survey?: MeetingSurvey;
  /** 1 at first, one more with each change of what is above. */
  readonly version: number;
  /** The number of the round that was opened for it. */
  readonly round?: number;
  /** Why the clock could not open its survey; absent: it could, or its day has not come. */
  readonly surveyRefused?: SurveyRefusal;
};

/** A meeting begins at this hour where nobody says another. */
export const usualStart = '09:00';

/** What was decided, in the order in which it was. */
export type Decision = { readonly id: number; readonly text: string };

export const meetingLimits = { decision: 400, decisions: 30, planned: 60, daysAhead: 730 } as const;

/** It is on nobody's list: another rhythm took it away before it was held. */
export const wasTakenAway = ({ state, byRhythm }: Meeting): boolean => state === 'called off' && byRhythm;

/** Why no meeting can be planned on a day; each is a sentence in locales/ under `refused.<reason>`. `furthest`: the last day there may be. */
export const dayRefusal = (
  date: string,
  today: string,
  furthest: string,
): 'meeting date not ahead' | 'meeting date too far' | undefined => {
  if (date <= today) return 'meeting date not ahead';
  return date > furthest ? 'meeting date too far' : undefined;
};

/** The meeting on which everything that waits for "the next meeting" waits: the first that is still planned. */
export const nextMeetingOf = (meetings: readonly Meeting[]): Meeting | undefined =>
  meetings
    .filter(({ state }) => state === 'planned')
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .at(0);

/** The last that was held; undefined: none was. */
export const lastMeetingOf = (meetings: readonly Meeting[]): Meeting | undefined =>
  meetings
    .filter(({ state }) => state === 'held')
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .at(-1);
