import type { Action, ActionEvent } from '../domain/actions/action.ts';
import type { WaitingNudge } from '../domain/actions/nudging.ts';

export type ActionsPart = {
  /** Undefined: this request has agreed one before; nothing is stored. `next`: from when on somebody is to be nudged. */
  agree(action: Omit<Action, 'id'>, request: string, event: ActionEvent, next: Date | undefined): Promise<Action | undefined>;
  /** What this request has agreed. */
  agreedWith(request: string): Promise<Action | undefined>;
  /** Others who ask for the same one with this wait until this transaction ends. */
  findToChange(id: number): Promise<Action | undefined>;
  /** In no order that means anything; those that are not there are left out. */
  some(ids: readonly number[]): Promise<readonly Action[]>;
  /** Replaces how it stands, adds to its history. `next`: from when on somebody is to be nudged; undefined: not any more, as it stands. */
  change(after: Action, event: ActionEvent, next: Date | 'as it is' | undefined): Promise<void>;
  /** Every open one, by due date. */
  open(): Promise<readonly Action[]>;
  /** How many are open, and how many of those are stuck. */
  count(): Promise<{ readonly open: number; readonly stuck: number }>;
  /** Those closed last, at most so many, newest first. */
  closed(most: number): Promise<readonly Action[]>;
  /** Every one there is, as little of each as its cycle takes; by due date. */
  cycle(): Promise<readonly Pick<Action, 'id' | 'state' | 'due' | 'closed'>[]>;
  /** Those a test showed to be worth keeping, at most so many, newest first. */
  kept(most: number): Promise<readonly Action[]>;
  /** Owned by this member, by due date. */
  ownedBy(member: number): Promise<readonly Action[]>;
  /**
   * With each of these words in its text, or owned by one of the organisations that word names; at most so many. Open ones of `own` (a
   * member) first, then the other open ones, by due date; then closed ones, newest first. Words are in lower case.
   * Of each of the three kinds the first ten thousand are looked through.
   */
  search(
    words: readonly { readonly word: string; readonly organisations: readonly number[] }[],
    own: number | undefined,
    most: number,
  ): Promise<readonly Action[]>;
  /** Oldest first. */
  history(id: number): Promise<readonly ActionEvent[]>;
  /** What was last said of how each of these goes; those nobody has said anything of are left out. */
  lastSaid(ids: readonly number[]): Promise<ReadonlyMap<number, ActionEvent>>;
  /** Agreed in the meeting with this number, in the order in which they were. */
  agreedAt(meeting: number): Promise<readonly Action[]>;
  /** What this member said about any, oldest first. */
  saidBy(member: number): Promise<readonly (ActionEvent & { readonly action: number })[]>;

  /** Of those about which somebody is to be nudged at `now` or before, at most so many, the longest due first. */
  due(now: Date, most: number): Promise<readonly Action[]>;
  /** When something is next due in this collaboration. */
  nextDue(): Promise<Date | undefined>;
  /** From when on somebody is to be nudged about it again. */
  setNext(id: number, next: Date | undefined): Promise<void>;
  /** Which of these no delivery has been claimed for yet. */
  unclaimed(member: number, nudges: readonly WaitingNudge[]): Promise<readonly WaitingNudge[]>;
  /** They go out with this delivery. */
  claim(member: number, nudges: readonly WaitingNudge[], delivery: number): Promise<void>;
  /** What goes out with this delivery, as it was when it was claimed. */
  ofDelivery(delivery: number): Promise<readonly WaitingNudge[]>;
  /** What waits to be said about this action is not said, and will be claimed anew when it is due anew. */
  release(id: number): Promise<void>;
  /** What was to go out with one delivery that waits goes out with another. */
  moveTo(from: number, to: number): Promise<void>;
  /** The delivery that still waits for this member and takes nudges: a nudge, their digest, a brief, or a request for updates. */
  waitingFor(member: number): Promise<number | undefined>;

  /** The card of agreed actions that still waits and has fewer than `most`. Asked for one at a time (`oneAtATime`), as by whoever sends it. */
  waitingToTell(most: number): Promise<number | undefined>;
  /** The home channel is told of this action with this delivery. */
  tellWith(id: number, delivery: number): Promise<void>;
  /** What the home channel is told of with this delivery, in the order in which it was agreed. */
  toldWith(delivery: number): Promise<readonly Action[]>;

  /** Takes a member's name out of closed actions and their history, in a closed collaboration out of all; the organisation stays. */
  forgetInClosed(member: number): Promise<void>;
};
