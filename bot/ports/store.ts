import type { Collaboration, CollaborationId, Language, Member, Person } from '../domain/collaboration.ts';
import type { LinkAsk } from '../domain/linking.ts';
import type { MeetingSurvey } from '../domain/meetings/survey.ts';
import type { Participation, Round } from '../domain/round.ts';
import type { NewMember, Unit } from './unit.ts';

/** What use cases need of the database. */

export type NewCollaboration = {
  readonly purpose: string;
  readonly organisations: readonly string[];
  readonly language: Language;
  readonly zone: string;
  readonly nextMeeting: string;
  /** Goes with the next meeting; absent: none does. */
  readonly survey?: MeetingSurvey;
  readonly homeTenant: string;
  readonly homeChannel: string;
};

/** `home`: it is the home channel; else a linked one. */
export type Link = { readonly collaboration: CollaborationId; readonly home: boolean };

export type CodeUsed =
  | { readonly is: 'asked'; readonly collaboration: CollaborationId; readonly ask: number }
  | { readonly is: 'channel taken' | 'no such code' | 'too many tries' };

export type Store = {
  /** The collaboration this channel belongs to; undefined where there is none. */
  linkOf(channel: string): Promise<Link | undefined>;
  /**
   * Somebody shows a code in a channel that belongs to no collaboration. A good one is used up, and the channel waits for an integration
   * manager. What is wrong, over and used is one answer, and is counted for the channel and for the person; after a few the next are not
   * looked at, good ones neither. May run twice, also at once: a code is good for one of them.
   */
  useLinkCode(code: string, ask: Omit<LinkAsk, 'id'>): Promise<CodeUsed>;
  /** Undefined where there is no such collaboration. `id` comes from a card or a job, so it is any string. */
  collaborationNamed(id: string): Promise<CollaborationId | undefined>;
  /** The same, and whether it is closed: for each job, in one trip. */
  collaborationOfJob(id: string): Promise<{ readonly id: CollaborationId; readonly closed: boolean } | undefined>;
  /** On whose roster this person stands, at most so many, in an order that says nothing. Says nothing of who is in which channel now. */
  collaborationsOf(person: Person, most: number): Promise<readonly CollaborationId[]>;
  /**
   * With its key, its organisations, its home channel, its first integration manager and what `begin` does, in one transaction: a server
   * that dies in the middle leaves nothing. `channel taken`: another set-up was first; nothing is stored. `begin` uses nothing but its unit.
   */
  createCollaboration(
    wish: NewCollaboration,
    founder: NewMember,
    begin?: (unit: Unit) => Promise<void>,
  ): Promise<CollaborationId | 'channel taken'>;
  /**
   * One transaction that sees and writes this collaboration only (row-level security). All of it is durable when the promise
   * resolves; none of it is kept when `work` throws. `work` uses nothing but its unit. Throws `AddedToClosed` where it adds something to a
   * collaboration that is closed.
   */
  within<T>(collaboration: CollaborationId, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * Where a person stands in a round, without a word of what they answered; in one trip, for everybody does this at once.
   * `oldest`: seconds it may be old, where what follows looks again; 0 when it is left out.
   */
  standing(collaboration: CollaborationId, person: Person, round: number, oldest?: number): Promise<Standing>;
  /**
   * What a member's Teams speaks, for what the app writes to them; in one trip. Nothing is written where it is kept already, or they are no
   * member. False: their row is held by somebody who sends to many, and nothing is changed. May run twice, also at once: one of
   * those said stands.
   */
  keepLanguage(collaboration: CollaborationId, person: Person, language: Language): Promise<boolean>;
  /** As in a unit, each in a transaction of its own and in one trip. */
  answers(collaboration: CollaborationId): Pick<Unit['answers'], 'record' | 'of'>;
  /**
   * Somebody opened or saved a page at about `at`: in a transaction of its own, so that its time stands beside nobody's answer. Callers may save
   * themselves the trip where they told the same seconds ago.
   */
  pageTurned(collaboration: CollaborationId, round: number, at: Date): Promise<void>;
  /**
   * Writes a closed round's answers and participation anew, in an order that says nothing of who came when (method.md, P11); in many
   * short transactions. `not closed`: it is not, or was opened again meanwhile, and the rest lies as it lay. May run twice, also at once.
   */
  forgetOrder(collaboration: CollaborationId, round: number): Promise<'done' | 'not closed'>;
  /** True for the first claim of this conversation; false ever after, until it is given back. May run twice: that is what it is for. */
  claimWelcome(conversation: string): Promise<boolean>;
  /** The app was removed from the conversation: the next installation is welcomed again. */
  forgetWelcome(conversation: string): Promise<void>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type Standing = {
  readonly collaboration: Collaboration;
  /** Absent: there is no such round. */
  readonly round?: Round;
  /** Absent: not on the roster. `placed`: has said which organisation they answer for. */
  readonly member?: { readonly placed: boolean; readonly integrationManager: boolean } & Pick<Member, 'language'>;
  /** Absent: not invited to the round. */
  readonly participation?: Participation;
};
