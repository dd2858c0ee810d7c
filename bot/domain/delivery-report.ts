import type { Delivery, SendFailure, Stopped } from './delivery.ts';

/** Deliveries that became the same. */
export type Fate = Pick<Delivery, 'state' | 'reason'> & { readonly count: number };

export type CardReport =
  /** `heldUp`: it was tried, and refused for now. */
  | { readonly is: 'waiting'; readonly heldUp: boolean }
  | { readonly is: 'sent' }
  | { readonly is: 'failed'; readonly reason: SendFailure }
  | { readonly is: 'unknown' };

export type CopiesReport = {
  readonly people: number;
  /** A number that is not given is below k. */
  readonly waiting?: number;
  readonly unknown?: number;
  readonly failed: readonly { readonly reason: SendFailure; readonly count: number }[];
};

/** What became of a round's messages, as an integration manager may know it. */
export type DeliveryReport = {
  /** Absent: it was not posted, because the round closed before. */
  readonly card?: CardReport;
  readonly copies: CopiesReport;
  readonly k: number;
  /** Since when all messages are stopped. */
  readonly stopped?: Date;
};

/** Only a card that certainly failed, or may never have arrived: anything else would put two into the channel. */
export const mayPostAgain = (newest: CardReport | undefined): boolean => newest?.is === 'failed' || newest?.is === 'unknown';

export const cardReport = (newest: Delivery | undefined): CardReport | undefined => {
  const { state, reason = 'refused', attempts = 0 } = newest ?? {};
  switch (state) {
    case 'queued':
    case 'sending':
      return { is: 'waiting', heldUp: state === 'queued' && attempts > 0 };
    case 'failed':
      return { is: 'failed', reason };
    case 'sent':
    case 'unknown':
      return { is: state };
    case 'dropped':
    case undefined:
      return undefined;
  }
};

/**
 * Who has answered gets no copy any more, so the number of copies sent tells how many answered early, and the number that failed tells
 * it to whoever knows that a certain person can never be reached. So only numbers of at least k people are given (method.md, P11), and
 * "sent" and "not needed any more" are told from one another nowhere.
 */
export const copiesReport = (fates: readonly Fate[], k: number): CopiesReport => {
  const countOf = (...states: readonly Delivery['state'][]): number =>
    fates.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const waiting = countOf('queued', 'sending');
  const unknown = countOf('unknown');
  const failed = fates.flatMap(({ state, reason = 'refused', count }) =>
    state === 'failed' && count >= k ? [{ reason, count }] : [],
  );
  return {
    people: fates.reduce((sum, { count }) => sum + count, 0),
    ...(waiting >= k ? { waiting } : {}),
    ...(unknown >= k ? { unknown } : {}),
    failed: failed.sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason)),
  };
};

/** `cards`: the channel's, oldest first. */
export const deliveryReport = (
  cards: readonly Delivery[],
  copies: readonly Fate[],
  k: number,
  stopped?: Stopped,
): DeliveryReport => {
  const card = cardReport(cards.at(-1));
  return {
    ...(card === undefined ? {} : { card }),
    copies: copiesReport(copies, k),
    k,
    ...(stopped && { stopped: stopped.since }),
  };
};
