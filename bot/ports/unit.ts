import type { Snapshot } from '../contracts/tab-api.ts';
import type { ListedNote, NoteKind, Noted } from '../domain/audit.ts';
import type { Collaboration, Language, Member, Person, Role } from '../domain/collaboration.ts';
import type { Content, ImportedRound } from '../domain/imported/round.ts';
import type { LocalQuestion } from '../domain/local-question.ts';
import type { Participation, ParticipationState } from '../domain/round.ts';
import type { Headcount } from '../domain/sums.ts';
import type { Job } from './jobs.ts';
import type { AboutPart } from './unit-about.ts';
import type { ActionsPart } from './unit-actions.ts';
import type { AgendasPart } from './unit-agendas.ts';
import type { AnswersPart, ImportedAnswer, Respondent } from './unit-answers.ts';
import type { CheckOutsPart } from './unit-check-outs.ts';
import type { ClosingPart } from './unit-closing.ts';
import type { DeliveriesPart } from './unit-deliveries.ts';
import type { LinksPart } from './unit-links.ts';
import type { MeetingsPart } from './unit-meetings.ts';
import type { RoundsPart } from './unit-rounds.ts';
import type { SendingPart } from './unit-sending.ts';
import type { SetUpPart } from './unit-set-up.ts';
import type { SilentPart } from './unit-silent.ts';

export type NewMember = Person & {
  readonly name: string;
  readonly teamsUserId: string;
  readonly organisation?: number;
  readonly role?: Role;
  readonly integrationManager?: boolean;
  readonly zone?: string;
  readonly language?: Language;
};

export type Unit = {
  /** From here on this transaction has the roster to itself among those that ask for it; waits for the one that has it. */
  oneAtATime(): Promise<void>;
  collaboration(): Promise<Collaboration>;
  setUp: SetUpPart;
  links: LinksPart;
  members: {
    of(person: Person): Promise<Member | undefined>;
    all(): Promise<readonly Member[]>;
    find(id: number): Promise<Member | undefined>;
    /** By id; those that are not there are left out. */
    some(ids: readonly number[]): Promise<readonly Member[]>;
    /** Inserts the person, or replaces what is given; what is absent in `member` stays as it is. */
    put(member: NewMember): Promise<Member>;
    /** For whom and as what a member answers from here on; undefined: for nobody. */
    place(id: number, place: { readonly organisation: number; readonly role: Role } | undefined): Promise<Member>;
    setIntegrationManager(id: number, is: boolean): Promise<void>;
    setChair(id: number, is: boolean): Promise<void>;
    setZone(id: number, zone: string): Promise<void>;
    /** Through which linked channel a member takes part; undefined: the home channel. */
    setThrough(id: number, channel: string | undefined): Promise<void>;
    /** Answers for an organisation for the first time; the first moment stays. */
    setJoined(id: number, at: Date): Promise<void>;
  };
  rounds: RoundsPart;
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
  answers: AnswersPart;
  /** Whom respondents of the short form are asked about (organisation ids), by pseudonym and apart from people. */
  draws: {
    of(round: number, respondent: Respondent): Promise<readonly number[] | undefined>;
    /** All of one respondent's, in the order of rounds. */
    inAllRounds(respondent: Respondent): Promise<readonly { readonly round: number; readonly partners: readonly number[] }[]>;
    /** How many of this organisation have one. */
    count(round: number, organisation: number): Promise<number>;
    /** One that is there already stays as it is. */
    keep(round: number, organisation: number, respondent: Respondent, partners: readonly number[]): Promise<void>;
  };
  /** Questions the partners wrote themselves, newest last. */
  localQuestions: {
    all(): Promise<readonly LocalQuestion[]>;
    /** What this member proposed, declined ones too. */
    proposedBy(member: number): Promise<readonly LocalQuestion[]>;
    propose(text: string, member: number): Promise<LocalQuestion>;
    /** False: there is no such question. */
    decide(id: number, state: 'approved' | 'declined'): Promise<boolean>;
  };
  /** Rounds collected elsewhere. `content`: see `contentOf` of the domain; one content is imported once. */
  imports: {
    /** The number of the round this content, or what it says under another audience, was imported as. */
    numberOf(content: Content): Promise<number | undefined>;
    /**
     * The number of an imported round with results whose answers are of the same time, and of some of the same people; where its answers
     * are forgotten, of a role that both asked. The same round under other rows, as far as anybody can tell.
     */
    sameTimeAndPeople(
      round: Pick<ImportedRound, 'opens' | 'closed' | 'audience'>,
      people: readonly Respondent[],
    ): Promise<number | undefined>;
    /** A closed round, numbered the largest + 1. Throws where the content has been imported: ask before, one at a time. */
    addRound(round: ImportedRound, content: Content): Promise<number>;
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
  deliveries: DeliveriesPart;
  sending: SendingPart;
  actions: ActionsPart;
  about: AboutPart;
  meetings: MeetingsPart;
  agendas: AgendasPart;
  checkOuts: CheckOutsPart;
  silent: SilentPart;
  closing: ClosingPart;
  /** Destroys the key of this collaboration's pseudonyms: when this transaction is done nobody can tell any more whose an answer is. */
  destroyKey(): Promise<void>;
  /** In the same transaction: rolled back with it. `after`: not before this instant. */
  enqueue(job: Job, options?: { readonly after?: Date; readonly onceWithinSeconds?: number }): Promise<void>;
  /** Append-only: who did what, when. `person` undefined: the clock. `every`: seconds within which the same is noted once. */
  note(
    what: NoteKind,
    person: Person | undefined,
    facts: Readonly<Record<string, unknown>>,
    at: Date,
    every?: number,
  ): Promise<void>;
  /** Entries of these kinds, newest first, at most so many; `before`: only what has a lower id. `person` absent: the clock. */
  log(wish: {
    readonly kinds: readonly ListedNote[];
    readonly before?: number | undefined;
    readonly most: number;
  }): Promise<readonly (Noted & { readonly id: number; readonly what: ListedNote; readonly person?: Person })[]>;
  /** What was noted of this person, oldest first. */
  notedOf(person: Person): Promise<readonly Noted[]>;
};
