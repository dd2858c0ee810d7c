import type { Calendar } from '../calendar.ts';
import { onOneLine } from '../set-up.ts';
import { isClosed } from './action.ts';
import type { Action, ActionDeed, ActionEvent, Owner, Standing, StuckReason, Verdict } from './action.ts';
import { dueRefusal, ownersRefusal, textRefusal } from './agreeing.ts';
import type { ActionRefusal } from './agreeing.ts';

type Saids = { readonly said?: string };

/** What somebody says about an action. */
export type ActionWish =
  /** `said`: one line in their own words. */
  | ({ readonly is: 'on track' } & Saids)
  | { readonly is: 'stuck'; readonly because: StuckReason; readonly words?: string }
  /** A test of change needs a verdict; `keep` needs the organisation with which it is business as usual. */
  | ({ readonly is: 'done'; readonly verdict?: Verdict; readonly keptBy?: number } & Saids)
  /** A later date, chosen by whoever asks; of an adaptive one with the next small step, where that is another. */
  | ({ readonly is: 'more time'; readonly due: string; readonly nextStep?: string } & Saids)
  | { readonly is: 'hand over'; readonly owners: readonly Owner[] }
  | { readonly is: 'snooze'; readonly until: string; readonly because: string }
  /** A test of change is not dropped: it is done, with a verdict. */
  | { readonly is: 'drop' };

/** Who says it and when; `today` in the collaboration's zone. `last`: the latest line of its history, and the day of that. */
export type Saying = {
  readonly by: number;
  readonly now: Date;
  readonly today: string;
  readonly last: (Pick<ActionEvent, 'what' | 'by'> & { readonly day: string; readonly is?: ActionEvent['is'] }) | undefined;
};

export type Change = { readonly after: Action; readonly event: ActionEvent };
/** Undefined: it is so already, and nothing is to be stored. */
type Changed = Change | ActionRefusal | undefined;

/** Undefined: no longer so. */
type Altered = { readonly [Key in keyof Action]?: Action[Key] | undefined };

const standingKeys = ['state', 'due', 'nextStep', 'owners', 'stuck', 'snoozed', 'verdict', 'keptBy'] as const;

const inOrder = (_key: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    : part;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

const standingOf = (action: Standing, keys: readonly (keyof Standing)[]): Partial<Standing> =>
  Object.fromEntries(keys.filter((key) => action[key] !== undefined).map((key) => [key, action[key]]));

/** The action as it is after `altered`, with the line for its history. `by` absent: nobody said so. */
export const alter = (before: Action, what: ActionDeed, altered: Altered, at: Date, by?: number): Change => {
  const all = Object.entries({ ...before, ...altered }).filter(([, value]) => value !== undefined);
  const after = Object.fromEntries(all) as unknown as Action;
  const keys = standingKeys.filter((key) => !isSame(before[key], after[key]));
  const who = by === undefined ? {} : { by };
  return { after, event: { what, ...who, at, was: standingOf(before, keys), is: standingOf(after, keys) } };
};

const finished = (before: Action, { verdict, keptBy }: Extract<ActionWish, { is: 'done' }>, { now, by }: Saying): Changed => {
  const closed = { state: 'done', closed: now, heard: now, stuck: undefined, snoozed: undefined } as const;
  if (before.kind !== 'test of change') return alter(before, 'done', closed, now, by);
  if (verdict === undefined) return 'verdict missing';
  if (verdict === 'keep' && keptBy === undefined) return 'organisation missing';
  return alter(before, 'done', { ...closed, verdict, keptBy: verdict === 'keep' ? keptBy : undefined }, now, by);
};

const stuck = (before: Action, { because, words }: Extract<ActionWish, { is: 'stuck' }>, { now, by }: Saying): Changed => {
  const said = onOneLine(words ?? '');
  const refusal = said === '' ? undefined : textRefusal(said);
  if (refusal !== undefined) return refusal;
  const is = { because, ...(said === '' ? {} : { words: said }) };
  return isSame(before.stuck, is) ? undefined : alter(before, 'stuck', { state: 'stuck', stuck: is, heard: now }, now, by);
};

const later = (
  calendar: Calendar,
  before: Action,
  wish: Extract<ActionWish, { is: 'more time' }>,
  { now, today, by }: Saying,
): Changed => {
  const step = before.kind === 'adaptive' ? onOneLine(wish.nextStep ?? '') : '';
  const nextStep = step === '' ? before.nextStep : step;
  if (wish.due === before.due && nextStep === before.nextStep) return undefined;
  // Another step of an adaptive one has a date of its own; the same step only gets more time.
  const isNewStep = nextStep !== before.nextStep;
  const refusal = dueRefusal(calendar, wish.due, today, today) ?? (step === '' ? undefined : textRefusal(step));
  if (refusal !== undefined) return refusal;
  if (!isNewStep && wish.due <= before.due) return 'date not later';
  const altered = {
    due: wish.due,
    nextStep,
    moved: before.moved + (isNewStep ? 0 : 1),
    snoozed: undefined,
    heard: now,
    nudgedFrom: now,
  };
  return alter(before, 'more time', altered, now, by);
};

const handedOver = (before: Action, owners: readonly Owner[], { now, by }: Saying): Changed => {
  const is = owners.filter((owner, at) => owners.findIndex(({ member }) => member === owner.member) === at);
  if (isSame(before.owners, is)) return undefined;
  const altered = { owners: is, state: 'open', stuck: undefined, snoozed: undefined, heard: now, nudgedFrom: now } as const;
  return ownersRefusal(is) ?? alter(before, 'handed over', altered, now, by);
};

const asleep = (
  calendar: Calendar,
  before: Action,
  wish: Extract<ActionWish, { is: 'snooze' }>,
  { now, today, by }: Saying,
): Changed => {
  const because = onOneLine(wish.because);
  if (because === '') return 'reason missing';
  const is = { until: wish.until, because };
  if (isSame(before.snoozed, is)) return undefined;
  const refusal = dueRefusal(calendar, wish.until, calendar.plusDays(today, 1), today) ?? textRefusal(because);
  return refusal ?? alter(before, 'snoozed', { snoozed: is, heard: now }, now, by);
};

const onTrack = (before: Action, said: string, { now, today, by, last }: Saying): Changed => {
  const isSaid = said === '' || last?.is?.said === said;
  const saidToday = last?.what === 'on track' && last.by === by && last.day === today && isSaid;
  if (before.state === 'open' && saidToday) return undefined;
  return alter(before, 'on track', { state: 'open', stuck: undefined, heard: now }, now, by);
};

/**
 * What becomes of an action when somebody who may change it says `wish`, or why not. Said again, it changes nothing. What is closed stays
 * closed: what comes after it is another action.
 */
export const changeOf = (calendar: Calendar, before: Action, wish: ActionWish, saying: Saying): Changed => {
  const said = 'said' in wish ? onOneLine(wish.said ?? '') : '';
  const refusal = said === '' ? undefined : textRefusal(said);
  const change = refusal ?? changedBy(calendar, before, wish, said, saying);
  if (said === '' || change === undefined || typeof change === 'string') return change;
  return { ...change, event: { ...change.event, is: { ...change.event.is, said } } };
};

const changedBy = (calendar: Calendar, before: Action, wish: ActionWish, said: string, saying: Saying): Changed => {
  if (isClosed(before)) {
    const again = wish.is === 'done' ? before.state === 'done' && wish.verdict === before.verdict : before.state === 'dropped';
    return again && (wish.is === 'done' || wish.is === 'drop') ? undefined : 'action closed';
  }
  switch (wish.is) {
    case 'on track':
      return onTrack(before, said, saying);
    case 'stuck':
      return stuck(before, wish, saying);
    case 'done':
      return finished(before, wish, saying);
    case 'more time':
      return later(calendar, before, wish, saying);
    case 'hand over':
      return handedOver(before, wish.owners, saying);
    case 'snooze':
      return asleep(calendar, before, wish, saying);
    case 'drop': {
      if (before.kind === 'test of change') return 'verdict missing';
      const closed = { state: 'dropped', closed: saying.now, heard: saying.now, stuck: undefined, snoozed: undefined } as const;
      return alter(before, 'dropped', closed, saying.now, saying.by);
    }
  }
};
