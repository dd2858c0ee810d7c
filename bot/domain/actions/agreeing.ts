import type { Calendar } from '../calendar.ts';
import { looksLikePatientData } from '../patient-data.ts';
import { onOneLine } from '../set-up.ts';
import type { Action, ActionKind, ActionSource, Owner, TestOfChange } from './action.ts';
import { messageLink } from './message-link.ts';

/** Characters of one text, owners of one action, and days ahead that a due date may lie. */
export const actionLimits = { text: 400, owners: 8, daysAhead: 730 } as const;

/** `nextStep` is for an adaptive one, `test` for a test of change, and each is needed there. */
export type NewAction = {
  readonly text: string;
  readonly kind: ActionKind;
  readonly due: string;
  readonly owners: readonly Owner[];
  readonly nextStep?: string;
  readonly test?: TestOfChange;
  readonly source: ActionSource;
};

/** Why an action is not agreed or changed; each is a sentence in locales/ under `refused.<reason>`. */
export type ActionRefusal =
  | 'action incomplete'
  | 'text too long'
  | 'looks like patient data'
  | 'no owner'
  | 'too many owners'
  | 'due date not ahead'
  | 'date not later'
  | 'due date too far'
  | 'action closed'
  | 'reason missing'
  | 'verdict missing'
  | 'organisation missing';

export const textRefusal = (text: string): ActionRefusal | undefined => {
  if (text === '') return 'action incomplete';
  if (text.length > actionLimits.text) return 'text too long';
  return looksLikePatientData(text) ? 'looks like patient data' : undefined;
};

/** `first`: the earliest date allowed. */
export const dueRefusal = (calendar: Calendar, due: string, first: string, today: string): ActionRefusal | undefined => {
  if (due < first) return 'due date not ahead';
  return due > calendar.plusDays(today, actionLimits.daysAhead) ? 'due date too far' : undefined;
};

/** No owner, no action. */
export const ownersRefusal = (owners: readonly Owner[]): ActionRefusal | undefined => {
  if (owners.length === 0) return 'no owner';
  return owners.length > actionLimits.owners ? 'too many owners' : undefined;
};

const trimmed = ({ what, forWhom, expected }: TestOfChange): TestOfChange => ({
  what: onOneLine(what),
  forWhom: onOneLine(forWhom),
  expected: onOneLine(expected),
});

/** A link that leads anywhere but to a message in Teams is left out, and the action is agreed all the same. */
const checked = (source: ActionSource): ActionSource => {
  if (source.from !== 'message') return source;
  const link = messageLink(source.link);
  return link === undefined ? { from: 'by hand' } : { from: 'message', link };
};

/** As it is kept: texts on one line, no owner twice, and of the details only those of its kind. */
const tidied = ({ text, kind, due, owners, nextStep, test, source }: NewAction): NewAction => ({
  text: onOneLine(text),
  ...{ kind, due, source: checked(source) },
  owners: owners.filter((owner, at) => owners.findIndex(({ member }) => member === owner.member) === at),
  ...(kind === 'adaptive' ? { nextStep: onOneLine(nextStep ?? '') } : {}),
  ...(kind === 'test of change' ? { test: trimmed(test ?? { what: '', forWhom: '', expected: '' }) } : {}),
});

const textsOf = ({ text, nextStep, test, source }: NewAction): readonly string[] => [
  text,
  ...(nextStep === undefined ? [] : [nextStep]),
  ...(test === undefined ? [] : [test.what, test.forWhom, test.expected]),
  ...(source.from === 'focus area' ? [source.name] : []),
  ...(source.from === 'meeting' && source.area !== undefined ? [source.area] : []),
];

/** A wish as an action that may be agreed, or why not. `today`: in the collaboration's zone; due on that day is allowed. */
export const agreed = (
  calendar: Calendar,
  wish: NewAction,
  { now, today, by }: { readonly now: Date; readonly today: string; readonly by: number },
): Omit<Action, 'id'> | ActionRefusal => {
  const is = tidied(wish);
  const refusal =
    textsOf(is)
      .map(textRefusal)
      .find((reason) => reason !== undefined) ??
    ownersRefusal(is.owners) ??
    dueRefusal(calendar, is.due, today, today);
  return refusal ?? { ...is, state: 'open', moved: 0, agreed: now, agreedBy: by, heard: now, nudgedFrom: now };
};
