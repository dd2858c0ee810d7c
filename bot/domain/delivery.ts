export type SendFailure =
  | 'not in the channel'
  | 'blocked by the person'
  | 'disabled by the administrator'
  | 'not registered'
  | 'not found'
  | 'too big'
  | 'cannot be reached'
  | 'refused';

export type DeliveryKind = 'survey' | 'survey copy' | 'reminder';

/** One message meant for one person or channel. */
export type NewDelivery = {
  /** Unique in the collaboration: claiming it twice sends it once. */
  readonly key: string;
  readonly kind: DeliveryKind;
  readonly round: number;
  /** Absent: it is for the channel. */
  readonly member?: number;
};

export type DeliveryOutcome =
  | { readonly state: 'sent'; readonly conversation: string; readonly activity: string }
  /** `reason`: one of `sendFailures`, kept as it is for the integration manager. */
  | { readonly state: 'failed'; readonly reason: SendFailure }
  /** The request left and no answer came: it may or may not have arrived. Never sent again. */
  | { readonly state: 'unknown' }
  /** Not needed any more when its turn came (answered, closed). */
  | { readonly state: 'dropped' }
  /** Refused for now, nothing was sent: waits in the queue again. */
  | { readonly state: 'queued' };

export type Delivery = NewDelivery & {
  readonly id: number;
  readonly state: 'queued' | 'sending' | DeliveryOutcome['state'];
  readonly reason?: string;
  readonly conversation?: string;
  readonly activity?: string;
};

/** A message to one person, as that person may read it. `at`: when it was last touched. */
export type OwnMessage = Pick<Delivery, 'kind' | 'round' | 'state'> & { readonly at: Date };
