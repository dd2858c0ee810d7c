export const actionKinds = ['quick win', 'test of change', 'adaptive'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStates = ['open', 'stuck', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

export const stuckReasons = ['someone else', 'no time', 'rule or law', 'system', 'unclear'] as const;
export type StuckReason = (typeof stuckReasons)[number];
/** How many actions are stuck for a reason. */
export type StuckCounts = Readonly<Partial<Record<StuckReason, number>>>;

/** What a test of change showed. `keep`: it becomes business as usual. */
export const verdicts = ['keep', 'change', 'drop'] as const;
export type Verdict = (typeof verdicts)[number];

/** An owner answers for an organisation. `member` absent: that person has left or is not known any more; the organisation still owns it. */
export type Owner = { readonly organisation: number; readonly member?: number };

/** Where an action came from. `link`: to the message in Teams. */
export type ActionSource =
  | { readonly from: 'pair'; readonly one: number; readonly other: number }
  | { readonly from: 'focus area'; readonly name: string }
  | { readonly from: 'message'; readonly link: string }
  /** `number`: of the meeting, whatever its date is by now; `area`: the focus area it came from there. */
  | { readonly from: 'meeting'; readonly date: string; readonly number?: number; readonly area?: string }
  | { readonly from: 'by hand' };

/** What a test of change asks; until when is its due date. */
export type TestOfChange = { readonly what: string; readonly forWhom: string; readonly expected: string };

export type Stuck = { readonly because: StuckReason; readonly words?: string };
/** No nudges before this date. */
export type Snoozed = { readonly until: string; readonly because: string };

/** What may change after it was agreed. Dates are YYYY-MM-DD, days of the collaboration's zone. */
export type Standing = {
  readonly state: ActionState;
  readonly due: string;
  /** Of an adaptive one: the next small step, due on that date. */
  readonly nextStep?: string;
  readonly owners: readonly Owner[];
  /** Only while its state is stuck. */
  readonly stuck?: Stuck;
  readonly snoozed?: Snoozed;
  /** Of a test of change that is done. */
  readonly verdict?: Verdict;
  /** Business as usual from then on, with this organisation. */
  readonly keptBy?: number;
};

export type Action = Standing & {
  /** Unique in its collaboration. */
  readonly id: number;
  readonly text: string;
  readonly kind: ActionKind;
  readonly test?: TestOfChange;
  readonly source: ActionSource;
  /** How often somebody asked for more time. */
  readonly moved: number;
  readonly agreed: Date;
  /** A member; absent: not known any more. */
  readonly agreedBy?: number;
  /** When a person last said something about it. */
  readonly heard: Date;
  /** Since when its due date and owners are what they are: nudges whose time was before are not sent. */
  readonly nudgedFrom: Date;
  readonly closed?: Date;
};

export type ActionDeed =
  'agreed' | 'on track' | 'stuck' | 'done' | 'dropped' | 'more time' | 'handed over' | 'snoozed' | 'owner left';

/** One line of an action's history: who did what, and what it changed from what to what. `by` absent: not known any more. */
export type ActionEvent = {
  readonly what: ActionDeed;
  readonly by?: number;
  readonly at: Date;
  readonly was: Partial<Standing>;
  readonly is: Partial<Standing>;
};

export const isClosed = ({ state }: Pick<Standing, 'state'>): boolean => state === 'done' || state === 'dropped';

/** Nobody is nudged about it. `today`: in the collaboration's zone. */
export const isAsleep = ({ snoozed }: Pick<Standing, 'snoozed'>, today: string): boolean =>
  snoozed !== undefined && today < snoozed.until;

export const isOwner = ({ owners }: Pick<Standing, 'owners'>, member: number): boolean =>
  owners.some((owner) => owner.member === member);

/** Its owners, and integration managers. */
export const mayChange = (
  action: Pick<Standing, 'owners'>,
  { id, integrationManager }: { readonly id: number; readonly integrationManager: boolean },
): boolean => integrationManager || isOwner(action, id);
