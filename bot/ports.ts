import type { Collaboration, CollaborationId, Language, Member, Person, Role } from './domain/collaboration.ts';
import type { Headcount, ItemSums, PairedSums, RoundSums } from './domain/sums.ts';
import type { ImportedRound } from './domain/imported/round.ts';
import type { Answer, Participation, ParticipationState, Round } from './domain/round.ts';
import type { Snapshot } from './contracts/tab-api.ts';
import type { Delivery, DeliveryKind, DeliveryOutcome, NewDelivery, SendFailure } from './domain/delivery.ts';
import type { Fate } from './domain/delivery-report.ts';
import type { Noted } from './domain/audit.ts';
import type { OwnMessage } from './domain/delivery.ts';
import type { Differing } from './domain/reopening.ts';
import type { Message } from './domain/message.ts';
import type { LocalQuestion } from './domain/local-question.ts';
import type { Instrument, InstrumentName } from './domain/questionnaire.ts';
import type { QuestionId } from './domain/instrument.ts';

/** What use cases need of the world. Adapters stand behind these; container.ts decides which. */

export type Clock = () => Date;

export type Log = {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
};

// ---- Store -------------------------------------------------------------------------------------------------------

export type NewCollaboration = {
  readonly purpose: string;
  readonly organisations: readonly string[];
  readonly language: Language;
  readonly zone: string;
  readonly nextMeeting: string;
  readonly homeTenant: string;
  readonly homeChannel: string;
};

export type Store = {
  /** The collaboration this channel is linked to; undefined where none is. */
  collaborationOf(channel: string): Promise<CollaborationId | undefined>;
  /** Undefined where there is no such collaboration. `id` comes from a card or a job, so it is any string. */
  collaborationNamed(id: string): Promise<CollaborationId | undefined>;
  /** With its key, its organisations, its home channel and its first integration manager, in one transaction. `channel taken`: another set-up was first; nothing is stored. */
  createCollaboration(wish: NewCollaboration, founder: NewMember): Promise<CollaborationId | 'channel taken'>;
  /**
   * One transaction that sees and writes this collaboration only (row-level security). All of it is durable when the promise
   * resolves; none of it is kept when `work` throws. `work` uses nothing but its unit.
   */
  within<T>(collaboration: CollaborationId, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * Where a person stands in a round, without a word of what they answered; in one trip, for everybody does this at once.
   * `oldest`: seconds it may be old, where what follows looks again; 0 when it is left out.
   */
  standing(collaboration: CollaborationId, person: Person, round: number, oldest?: number): Promise<Standing>;
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
  readonly member?: { readonly placed: boolean; readonly integrationManager: boolean };
  /** Absent: not invited to the round. */
  readonly participation?: Participation;
};

export type NewMember = Person & {
  readonly name: string;
  readonly teamsUserId: string;
  readonly organisation?: number;
  readonly role?: Role;
  readonly integrationManager?: boolean;
};

export type NewRound = Omit<Round, 'number' | 'state' | 'reopened'>;

/** Of a round about the network as a whole: what everybody together said to each question, and how many took part. */
export type NetworkSums = {
  readonly items: Readonly<Partial<Record<QuestionId, ItemSums>>>;
  readonly answered: Headcount;
};

/** A respondent is a pseudonym (HMAC, 32 bytes); no store call takes a person and answers together (method.md, P11). */
export type Respondent = Buffer;

export type ClosedRound = { readonly number: number; readonly closed: Date; readonly imported: boolean };

export type ImportedAnswer = Answer & { readonly respondent: Respondent; readonly organisation: number; readonly role: Role };
/** What makes an index: the places of its items among the ratings, from 1, and how many of them must be answered. */
export type Asked = { readonly relational: readonly number[]; readonly fewest: number };

/** What is compared of two rounds. */
export type Compared = {
  /** Those in the audience of both. */
  readonly roles: readonly Role[];
  /** Organisations by number: only what these say about those counts. */
  readonly cells: readonly { readonly from: number; readonly to: number }[];
  /** What makes an index in either round; all of R1 to R7 when left out. */
  readonly asked?: Asked;
};

export type Unit = {
  /** From here on this transaction has the roster to itself among those that ask for it; waits for the one that has it. */
  oneAtATime(): Promise<void>;
  collaboration(): Promise<Collaboration>;
  members: {
    of(person: Person): Promise<Member | undefined>;
    all(): Promise<readonly Member[]>;
    find(id: number): Promise<Member | undefined>;
    /** Inserts the person, or replaces what is given; what is absent in `member` stays as it is. */
    put(member: NewMember): Promise<Member>;
    /** For whom and as what a member answers from here on; undefined: for nobody. */
    place(id: number, place: { readonly organisation: number; readonly role: Role } | undefined): Promise<Member>;
    setIntegrationManager(id: number, is: boolean): Promise<void>;
  };
  rounds: {
    find(number: number): Promise<Round | undefined>;
    /** The open round; where none is open, the one that closed last, wherever it was held. */
    latest(): Promise<Round | undefined>;
    /** In the order of their numbers. */
    all(): Promise<readonly Round[]>;
    /** The instant it closed; undefined while it is open, and where there is none. */
    closedAt(number: number): Promise<Date | undefined>;
    /** Opens a closed round that was never opened again until `closes`, and keeps a copy of its answers as they were published; undefined: it is not such a round. */
    reopen(number: number, closes: Date, at: Date): Promise<Round | undefined>;
    /** In the order in which they closed. */
    closed(): Promise<readonly ClosedRound[]>;
    /** Number = the largest + 1. `one is open`: nothing is stored; also when two launch at the same time. */
    launch(wish: NewRound): Promise<Round | 'one is open'>;
    /** When somebody last opened or saved a page of this round, as `pageTurned` was told; its opening where nobody has. */
    lastPage(number: number): Promise<Date>;
    /** Waits for answers being stored, then closes; undefined when it was not open. `at`: the instant it closed. */
    close(number: number, at: Date): Promise<Round | undefined>;
  };
  participation: {
    of(round: number, member: number): Promise<Participation | undefined>;
    /** Invites those who are not invited yet; leaves the others as they are. */
    invite(round: number, invited: readonly { member: number; organisation: number; role: Role }[]): Promise<void>;
    /** Only ever forward: invited, started, finished. */
    reach(round: number, member: number, state: ParticipationState): Promise<void>;
    /** The one way back: as if the member had just been invited. Nothing where they are not. */
    startAgain(round: number, member: number): Promise<void>;
    /** In every round. */
    ofMember(member: number): Promise<readonly (Participation & { readonly round: number })[]>;
    /** Keys: organisation ids as strings. `answered`: started or finished. Of an imported round: as it was imported. */
    counts(round: number): Promise<{ readonly invited: Headcount; readonly answered: Headcount }>;
    /** Members who are invited and have not finished. */
    silent(round: number): Promise<readonly Member[]>;
  };
  answers: {
    /**
     * Stores or replaces one respondent's answer about one organisation while the round is open at `at`, and resolves with all their
     * answers in that round; `not open`: nothing is stored. Safe against a close at the same moment: either it is in the sums of that close, or it is refused.
     */
    record(
      round: number,
      respondent: Respondent,
      from: { readonly organisation: number; readonly role: Role },
      answer: Answer,
      at: Date,
    ): Promise<readonly Answer[] | 'not open'>;
    of(round: number, respondent: Respondent): Promise<readonly Answer[]>;
    /** All one respondent's answers, in the order of rounds; a round without any is left out. */
    inAllRounds(respondent: Respondent): Promise<readonly { readonly round: number; readonly answers: readonly Answer[] }[]>;
    /** Deletes all one respondent's answers, in every round; snapshots stay as they are (method.md, P6). */
    erase(respondent: Respondent): Promise<void>;
    /** Of a round that was opened again: who answers differently from what is published, counted in SQL. Organisation ids as strings. */
    differing(round: number): Promise<readonly Differing[]>;
    /** Deletes the copy that `reopen` made. An error while the round is open. */
    forgetPublished(round: number): Promise<void>;
    /** Deletes all answers and all participation of a closed round; false: there was nothing. An error while it is open. */
    forgetRound(round: number): Promise<boolean>;
    /** Aggregated in SQL: no single answer leaves the database. Organisation ids as strings. `asked`: all of R1 to R7 when left out. */
    sums(round: number, asked?: Asked): Promise<RoundSums>;
    /** How the same people's answers have moved from round `before` to round `now`, aggregated in SQL; no pseudonym leaves the database. */
    paired(before: number, now: number, what: Compared): Promise<PairedSums>;
    /** Respondents with at least one answer kept. */
    respondents(round: number): Promise<Headcount>;
    /** The same of a round about the network as a whole. */
    networkSums(round: number): Promise<NetworkSums>;
  };
  /** Whom respondents of the short form are asked about (organisation ids), by pseudonym and apart from people. */
  draws: {
    of(round: number, respondent: Respondent): Promise<readonly number[] | undefined>;
    /** How many of this organisation have one. */
    count(round: number, organisation: number): Promise<number>;
    /** One that is there already stays as it is. */
    keep(round: number, organisation: number, respondent: Respondent, partners: readonly number[]): Promise<void>;
  };
  /** Questions the partners wrote themselves, newest last. */
  localQuestions: {
    all(): Promise<readonly LocalQuestion[]>;
    propose(text: string, member: number): Promise<LocalQuestion>;
    /** False: there is no such question. */
    decide(id: number, state: 'approved' | 'declined'): Promise<boolean>;
  };
  /** Rounds collected elsewhere. `content`: see `contentOf` of the domain; one content is imported once. */
  imports: {
    /** The number of the round this content was imported as. */
    numberOf(content: readonly string[]): Promise<number | undefined>;
    /** A closed round, numbered the largest + 1. Throws where the content has been imported: ask before, one at a time. */
    addRound(round: ImportedRound, content: readonly string[]): Promise<number>;
    addAnswers(round: number, answers: readonly ImportedAnswer[]): Promise<void>;
  };
  snapshots: {
    /** Frozen from then on: the same edition of a round a second time is an error. The first edition is 1. */
    save(snapshot: Snapshot, edition?: number): Promise<void>;
    /** The latest edition of this round, and its number. */
    ofRound(round: number): Promise<{ readonly snapshot: Snapshot; readonly edition: number } | undefined>;
    /** The latest edition of each round, in the order in which they closed. */
    all(): Promise<readonly Snapshot[]>;
    /** The latest edition of the round that closed last. */
    latest(): Promise<Snapshot | undefined>;
  };
  deliveries: {
    /** Undefined when a delivery with this key was claimed before: it is somebody else's, or done. */
    claim(wish: NewDelivery, at: Date): Promise<Delivery | undefined>;
    find(id: number): Promise<Delivery | undefined>;
    /** The channel's of this round, oldest first. */
    cards(round: number): Promise<readonly Delivery[]>;
    /** How many of a kind became what; a fate that nobody met is left out. */
    fates(round: number, kind: DeliveryKind): Promise<readonly Fate[]>;
    /** What people were sent about this round, at most so many, in the order of their ids and from behind `last` on; 0 is before all. */
    sentToPeople(round: number, last: number, most: number): Promise<readonly Delivery[]>;
    /** From `queued` to `sending`, one attempt more; undefined when it was in another state. Whoever gets the row sends it. */
    begin(id: number, at: Date): Promise<Delivery | undefined>;
    /** The first outcome stays, but for `unknown`, which may turn out to be `sent`. */
    settle(id: number, outcome: DeliveryOutcome, at: Date): Promise<void>;
    /**
     * When this member was last sent something, of any kind, or may have been; for the 48 hours' rule. What is queued does not count.
     * Others who ask about this member wait until this transaction ends.
     */
    lastTouch(member: number): Promise<Date | undefined>;
    ofRound(round: number): Promise<readonly Delivery[]>;
    toMember(member: number): Promise<readonly OwnMessage[]>;
  };
  /** Destroys the key of this collaboration's pseudonyms: when this transaction is done nobody can tell any more whose an answer is. */
  destroyKey(): Promise<void>;
  /** In the same transaction: rolled back with it. `after`: not before this instant. */
  enqueue(job: Job, options?: { readonly after?: Date; readonly onceWithinSeconds?: number }): Promise<void>;
  /** Append-only: who did what, when. `person` undefined: the clock. `every`: seconds within which the same is noted once. */
  note(
    what: string,
    person: Person | undefined,
    facts: Readonly<Record<string, unknown>>,
    at: Date,
    every?: number,
  ): Promise<void>;
  /** What was noted of this person, oldest first. */
  notedOf(person: Person): Promise<readonly Noted[]>;
};

// ---- Jobs: what the clock does later. Each may run twice (at-least-once); each says in its use case why that is harmless. ----

export type Job =
  | { readonly name: 'deliver'; readonly collaboration: string; readonly delivery: number }
  | { readonly name: 'refresh survey card'; readonly collaboration: string; readonly round: number }
  | { readonly name: 'remind'; readonly collaboration: string; readonly round: number; readonly day: string }
  | { readonly name: 'close round'; readonly collaboration: string; readonly round: number }
  /** `last`: the last delivery that is done; 0 at first. */
  | { readonly name: 'close copies'; readonly collaboration: string; readonly round: number; readonly last: number }
  | { readonly name: 'forget answers'; readonly collaboration: string; readonly round: number }
  | { readonly name: 'forget order'; readonly collaboration: string; readonly round: number };

export type Jobs = {
  /** Starts to work; `handle` is called for one job at a time per worker. A job whose handler throws is tried again later, with growing pauses. */
  start(handle: (job: Job) => Promise<void>): Promise<void>;
  /** Lets the jobs at work finish. */
  stop(): Promise<void>;
};

// ---- Teams -------------------------------------------------------------------------------------------------------

export type Sent =
  | { readonly outcome: 'sent'; readonly conversation: string; readonly activity: string }
  | { readonly outcome: 'failed'; readonly reason: SendFailure }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'later'; readonly afterSeconds: number };

export type Address =
  | { readonly to: 'channel'; readonly tenantId: string; readonly channel: string }
  | {
      readonly to: 'person';
      readonly tenantId: string;
      readonly teamsUserId: string;
      readonly channel: string;
      readonly homeTenant: string;
    };

export type Messenger = {
  post(address: Address, message: Message): Promise<Sent>;
  /** Changes what stands there; never notifies anybody. */
  update(
    place: { readonly tenantId: string; readonly conversation: string; readonly activity: string },
    message: Message,
  ): Promise<Sent>;
};

export type Directory = {
  /** The tenant a person of this channel belongs to (a shared channel has people of several); undefined: not in the channel. */
  tenantOf(tenantId: string, channel: string, objectId: string): Promise<{ readonly tenant: string } | 'unknown' | undefined>;
  /** Whether this person is in this channel now, asked of Teams; kept for at most a minute. `unknown`: Teams did not answer. */
  isInChannel(tenantId: string, channel: string, person: Person): Promise<boolean | 'unknown'>;
};

/** The newest version of an instrument, in its full form. */
export type Instruments = (name: InstrumentName) => Instrument;

export type Pseudonyms = {
  /** HMAC-SHA-256 of tenant and object id with the key of the collaboration. */
  of(collaboration: CollaborationId, person: Person): Promise<Respondent>;
  /**
   * Of respondents of imported rounds, by their ids in the files: the same id is the same pseudonym in every file, and never that of
   * a person of the roster.
   */
  imported(collaboration: CollaborationId, ids: readonly string[]): Promise<readonly Respondent[]>;
};

/** Who signed a request of the tab. */
export type TokenReading =
  { readonly is: 'person'; readonly person: Person } | { readonly is: 'refused' } | { readonly is: 'keys unavailable' };
export type ReadToken = (authorization: string | undefined) => Promise<TokenReading>;
