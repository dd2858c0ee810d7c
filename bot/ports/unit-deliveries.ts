import type { Fate } from '../domain/delivery-report.ts';
import type { ListedDelivery, ListWish } from '../domain/delivery-list.ts';
import type { Delivery, DeliveryKind, DeliveryOutcome, Held, NewDelivery, OwnMessage, SendFailure } from '../domain/delivery.ts';

export type DeliveriesPart = {
  /** Undefined when a delivery with this key was claimed before: it is somebody else's, or done. `held`: why it does not leave at once. */
  claim(wish: NewDelivery, at: Date, held?: Held): Promise<Delivery | undefined>;
  find(id: number): Promise<Delivery | undefined>;
  /** The channel's of this round, oldest first. */
  cards(round: number): Promise<readonly Delivery[]>;
  /** Of this kind, about this meeting, oldest first. */
  ofMeeting(meeting: number, kind: DeliveryKind): Promise<readonly Delivery[]>;
  /** How many of a kind became what; a fate that nobody met is left out. */
  fates(round: number, kind: DeliveryKind): Promise<readonly Fate[]>;
  /** What people were sent about this round, at most so many, in the order of their ids and from behind `last` on; 0 is before all. */
  sentToPeople(round: number, last: number, most: number): Promise<readonly Delivery[]>;
  /** From `queued` to `sending`, one attempt more; undefined when it was in another state. Whoever gets the row sends it. */
  begin(id: number, at: Date): Promise<Delivery | undefined>;
  /** The first outcome stays, but for `unknown`, which may turn out to be `sent`. */
  settle(id: number, outcome: DeliveryOutcome, at: Date): Promise<void>;
  /** The same, of one that still waits; false: it does not, and whoever has begun it says what becomes of it. */
  settleWaiting(id: number, outcome: DeliveryOutcome, at: Date): Promise<boolean>;
  /**
   * When this person was last sent something, of any kind and by any collaboration, or may have been; for the 48 hours' rule. What is
   * queued does not count. Others who ask about this member wait until this transaction ends.
   */
  lastTouch(member: number): Promise<Date | undefined>;
  /**
   * Just before something is begun for this person: from `at` on they have been written to, in every collaboration, until it turns out that
   * it did not arrive. False: somebody has written to them after `restedSince`. Asked for last of all that is waited for.
   */
  takeTurn(member: number, at: Date, restedSince: Date): Promise<boolean>;
  /** Why the last message to this member failed; undefined: it did not, or there was none. */
  lastFailure(member: number): Promise<SendFailure | undefined>;
  /** The chat in which this member was last reached. */
  chatWith(member: number): Promise<string | undefined>;
  /** Whom nudges and digests could not reach since then: each member once, with the latest reason, at most so many. */
  unreached(since: Date, most: number): Promise<readonly { readonly member: number; readonly reason: SendFailure }[]>;
  /** What may be read one by one, newest first, at most so many; `before`: only what has a lower id. */
  listed(wish: ListWish): Promise<readonly ListedDelivery[]>;
  ofRound(round: number): Promise<readonly Delivery[]>;
  toMember(member: number): Promise<readonly OwnMessage[]>;
};
