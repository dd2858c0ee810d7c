import type { Calendar } from './calendar.ts';
import type { Delivery, DeliveryKind, Held, SendFailure } from './delivery.ts';
import { isUnreachable } from './delivery.ts';
import { reminders } from './plan.ts';
import type { Round } from './round.ts';

export const listFilters = ['all', 'waiting', 'sent', 'trouble'] as const;
export type ListFilter = (typeof listFilters)[number];
export type ListWish = { readonly only: ListFilter; readonly before?: number | undefined; readonly most: number };

export const statesOf: Readonly<Record<ListFilter, readonly Delivery['state'][]>> = {
  all: ['queued', 'sending', 'sent', 'failed', 'unknown', 'dropped'],
  waiting: ['queued', 'sending'],
  sent: ['sent'],
  trouble: ['failed', 'unknown'],
};

/** Read one by one: the channel's cards, and what is about no survey. */
export const listedKinds = [
  'survey',
  'nudge',
  'digest',
  'agreed',
  'check-out',
  'survey not opened',
  'brief',
  'update request',
  'since last',
  'minutes',
  'link asked',
  'linked',
] as const satisfies readonly DeliveryKind[];
/** Counted only: rows of these would tell who has not answered (method.md, P11). */
export const countedKinds = ['survey copy', 'reminder'] as const satisfies readonly DeliveryKind[];
export type ListedKind = (typeof listedKinds)[number];

/** `actions`: how many a nudge, digest, brief, request for updates or card of agreed ones is about. `claimed`: when it came up. `touched`: when it last became something else. */
export type ListedDelivery = Delivery & {
  readonly kind: ListedKind;
  readonly claimed: Date;
  readonly touched: Date;
  readonly actions: number;
};

/** What became of one message, as an integration manager may read it. */
export type Outcome =
  | { readonly is: 'sent' | 'unknown' | 'on its way' | 'not needed' }
  | { readonly is: 'waiting'; readonly why?: Held }
  | { readonly is: 'failed' | 'could not reach'; readonly reason: SendFailure }
  /** Sent, waiting or not needed: which of them is not told. */
  | { readonly is: 'not told' };

/**
 * Reminders go only to those who have not answered, and count for the 48 hours. That a nudge waits, or came two days late, would tell who
 * got one (method.md, P11). So from a round's first reminder until this many days after its close, when nothing waits because of it any
 * more, sent and waiting are not told apart for a person; and when a person's message left is never told, only when it came up.
 */
const daysAfterClose = 6;

export const remindersShow = (
  calendar: Calendar,
  round: (Round & { readonly closed: Date | undefined }) | undefined,
  now: Date,
  zone: string,
): boolean => {
  if (round === undefined) return false;
  const [first] = reminders(calendar, round.reopened ?? round.opens, round.closes, zone);
  if (first === undefined || first.at > now) return false;
  return round.closed === undefined || now.getTime() < round.closed.getTime() + daysAfterClose * 86_400_000;
};

/** @param remindersAreOut what `remindersShow` says */
export const outcomeOf = ({ state, member, reason = 'refused', held }: Delivery, remindersAreOut: boolean): Outcome => {
  if (state === 'unknown') return { is: 'unknown' };
  if (state === 'failed') return { is: isUnreachable(reason) ? 'could not reach' : 'failed', reason };
  if (member !== undefined && remindersAreOut) return { is: 'not told' };
  switch (state) {
    case 'queued':
      return { is: 'waiting', ...(held === undefined ? {} : { why: held }) };
    case 'sending':
      return { is: 'on its way' };
    case 'sent':
      return { is: 'sent' };
    case 'dropped':
      return { is: 'not needed' };
  }
};
