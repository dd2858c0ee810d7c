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

export type DeliveryKind = 'survey' | 'survey copy' | 'reminder' | 'nudge';

/** One message meant for one person or channel. */
export type NewDelivery = {
  /** Unique in the collaboration: claiming it twice sends it once. */
  readonly key: string;
  readonly kind: DeliveryKind;
  /** Absent: it is about no round. */
  readonly round?: number;
  /** Absent: it is for the channel. */
  readonly member?: number;
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
  | { readonly state: 'queued' };

export type Delivery = NewDelivery & {
  readonly id: number;
  readonly state: 'queued' | 'sending' | DeliveryOutcome['state'];
  /** How often its sending was begun. */
  readonly attempts: number;
  readonly reason?: SendFailure;
  readonly conversation?: string;
  readonly activity?: string;
};

/** The channel's card of a round; each attempt is a delivery of its own, claimed once. 1 is the first. */
export const cardDelivery = (round: number, attempt: number): NewDelivery => ({
  key: attempt === 1 ? `survey ${round}` : `survey ${round} ${attempt}`,
  kind: 'survey',
  round,
});

const longestOwnPause = 900;

/**
 * Seconds until a delivery is tried again that was refused for now: what Teams asked for, doubled with every attempt, up to a quarter
 * of an hour; never less than what Teams asked for.
 */
export const pauseAfter = (asked: number, attempts: number): number =>
  Math.max(asked, Math.min(longestOwnPause, asked * 2 ** (attempts - 1)));
/** A message to one person, as that person may read it. `at`: when it was last touched. */
export type OwnMessage = Pick<Delivery, 'kind' | 'round' | 'state'> & { readonly at: Date };
