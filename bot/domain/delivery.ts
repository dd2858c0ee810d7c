import type { Calendar } from './calendar.ts';
import { touchMoment, workingMoment } from './calendar.ts';

export const sendFailures = [
  'not in the channel',
  'blocked by the person',
  'disabled by the administrator',
  'not registered',
  'not found',
  'too big',
  'cannot be reached',
  'refused',
] as const;
export type SendFailure = (typeof sendFailures)[number];

/** The person or channel cannot be written to; nothing is wrong with what was sent. */
const unreachable: readonly SendFailure[] = [
  'not in the channel',
  'blocked by the person',
  'disabled by the administrator',
  'not found',
  'cannot be reached',
];
export const isUnreachable = (reason: SendFailure): boolean => unreachable.includes(reason);

/** `company`: what is agreed shortly after comes on the same card. */
export const heldReasons = ['hours', 'day off', '48 hours', 'asked to wait', 'stopped', 'company'] as const;
/** Why something waits; `until` absent: until somebody lets messages go out again. */
export type Held = { readonly because: (typeof heldReasons)[number]; readonly until?: Date };

/** All messages of a collaboration are stopped. `by`: a member. */
export type Stopped = { readonly since: Date; readonly by: number };

/** `agreed`: tells the home channel of actions that were agreed elsewhere. */
export type DeliveryKind =
  | 'survey'
  | 'survey copy'
  | 'reminder'
  | 'nudge'
  | 'digest'
  | 'agreed'
  | 'check-out'
  | 'survey not opened'
  | 'brief'
  | 'update request'
  | 'since last'
  | 'minutes'
  | 'link asked'
  | 'linked';

/** One message meant for one person or channel. */
export type NewDelivery = {
  /** Unique in the collaboration: claiming it twice sends it once. */
  readonly key: string;
  readonly kind: DeliveryKind;
  /** Absent: it is about no round. */
  readonly round?: number;
  /** Absent: it is about no meeting. */
  readonly meeting?: number;
  /** Absent: it is for the channel. */
  readonly member?: number;
  /** The linked channel it is for; absent: the home channel, or a person. */
  readonly channel?: string | undefined;
};

export type DeliveryOutcome =
  | { readonly state: 'sent'; readonly conversation: string; readonly activity: string }
  /** `reason`: one of `sendFailures`, kept as it is for the integration manager. */
  | { readonly state: 'failed'; readonly reason: SendFailure }
  /** The request left and no answer came: it may or may not have arrived. Never sent again by itself. */
  | { readonly state: 'unknown' }
  /** Not needed any more when its turn came (answered, closed). */
  | { readonly state: 'dropped' }
  /** Refused for now, nothing was sent: waits in the queue again. */
  | { readonly state: 'queued'; readonly held?: Held };

export type Delivery = NewDelivery & {
  readonly id: number;
  readonly state: 'queued' | 'sending' | DeliveryOutcome['state'];
  /** How often its sending was begun. */
  readonly attempts: number;
  readonly reason?: SendFailure;
  /** Only while it is queued. */
  readonly held?: Held;
  readonly conversation?: string;
  readonly activity?: string;
};

/**
 * The card of a round in the home channel, or in a linked one; each attempt is a delivery of its own, claimed once. 1 is the first.
 */
export const cardDelivery = (round: number, attempt: number, channel?: string): NewDelivery => ({
  key: `survey ${round}${channel === undefined ? '' : ` in ${channel}`}${attempt === 1 ? '' : ` ${attempt}`}`,
  kind: 'survey',
  round,
  ...(channel === undefined ? {} : { channel }),
});

const longestOwnPause = 900;

/**
 * Seconds until a delivery is tried again that was refused for now: what Teams asked for, doubled with every attempt, up to a quarter
 * of an hour; never less than what Teams asked for.
 */
export const pauseAfter = (asked: number, attempts: number): number =>
  Math.max(asked, Math.min(longestOwnPause, asked * 2 ** (attempts - 1)));

/** When a person may next be written to; `held`: why not at once. */
export type Turn = { readonly at: Date; readonly held?: Held };

/**
 * As `touchMoment` says; undefined: not before `until`, or no working day is known. It is for the 48 hours only where without the last
 * touch it would be earlier.
 */
export const turnOf = (calendar: Calendar, facts: Parameters<typeof touchMoment>[1]): Turn | undefined => {
  const at = touchMoment(calendar, facts);
  if (at === undefined || at <= facts.now) return at && { at };
  const hoursAlone = workingMoment(calendar, facts.now, facts.zone);
  if (hoursAlone !== undefined && hoursAlone < at) return { at, held: { because: '48 hours', until: at } };
  const today = calendar.dateOf(facts.now, facts.zone);
  return { at, held: { because: calendar.isWorkingDay(today, facts.zone) ? 'hours' : 'day off', until: at } };
};

/** A message to one person, as that person may read it. `at`: when it was last touched. */
export type OwnMessage = Pick<Delivery, 'kind' | 'round' | 'state'> & { readonly at: Date };
