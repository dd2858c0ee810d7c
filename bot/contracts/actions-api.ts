import { z } from 'zod';
import { actionKinds, stuckReasons, verdicts } from './action-choices.ts';
import { written } from './written.ts';

/**
 * Agreed actions in the tab, below `/api/channels/{channel id}/actions`. Organisations are named by their number as text. How long a text
 * may be is for the use case to say, in a sentence; what is longer than this was not typed.
 */
const text = written(2_000);
const date = z.iso.date();
const instant = z.iso.datetime();
const count = z.int().min(0);
const organisationId = z.string().regex(/^[1-9]\d{0,4}$/);
const member = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const action = z.int().min(1).max(2_147_483_647);
const organisations = z.array(z.strictObject({ id: z.string(), name: z.string(), left: z.boolean() }));

/** Without a name: that person has left, and the organisation still owns it. */
const owner = z.strictObject({ organisation: z.string(), name: z.string().nullable() });

/** How an action stands, as everybody in the channel may read it. */
export const shown = z.strictObject({
  id: action,
  text: z.string(),
  kind: z.enum(actionKinds),
  state: z.enum(['open', 'stuck', 'done', 'dropped']),
  /** `silent`: only for integration managers and its owners; for everybody else it is due. */
  group: z.enum(['stuck', 'silent', 'due', 'later', 'done']),
  due: date,
  owners: z.array(owner),
  /** The reader is one of them. */
  own: z.boolean(),
  nextStep: z.string().nullable(),
  stuck: z.strictObject({ because: z.enum(stuckReasons), words: z.string().nullable() }).nullable(),
  /** No nudges before that date; null also where it is past. */
  snoozed: z.strictObject({ until: date, because: z.string() }).nullable(),
  verdict: z.enum(verdicts).nullable(),
  /** Business as usual with this organisation. */
  keptBy: z.string().nullable(),
});
export type ShownAction = z.infer<typeof shown>;

/** `GET .../actions`: every open action, and those closed last. */
export const board = z.strictObject({
  zone: z.string(),
  /** In the order of set-up, also those that have left. */
  organisations,
  /** The reader answers for an organisation. */
  mayAgree: z.boolean(),
  actions: z.array(shown),
  /** Why things are stuck, counted. */
  stuck: z.partialRecord(z.enum(stuckReasons), count),
  /** More are closed than are shown. */
  more: z.boolean(),
});
export type Board = z.infer<typeof board>;

const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('pair'), one: z.string(), other: z.string() }),
  z.strictObject({ from: z.literal('focus area'), name: z.string() }),
  z.strictObject({ from: z.literal('message'), link: z.string() }),
  z.strictObject({ from: z.literal('meeting'), date, area: z.string().optional() }),
  z.strictObject({ from: z.literal('by hand') }),
]);

/** One line of its history. `by` null: not known any more, or nobody said so. What did not change is absent. */
export const said = z.strictObject({
  what: z.enum(['agreed', 'on track', 'stuck', 'done', 'dropped', 'more time', 'handed over', 'snoozed', 'owner left']),
  by: z.string().nullable(),
  at: instant,
  due: date.optional(),
  nextStep: z.string().optional(),
  owners: z.array(owner).optional(),
  stuck: z.strictObject({ because: z.enum(stuckReasons), words: z.string().nullable() }).optional(),
  snoozed: z.strictObject({ until: date, because: z.string() }).optional(),
});
export type Said = z.infer<typeof said>;

/** `GET .../actions/{number}`, and the answer to agreeing it and to every change of it. */
export const actionPage = z.strictObject({
  zone: z.string(),
  /** In the collaboration's zone. */
  today: date,
  organisations,
  /** The reader is an owner, or an integration manager. */
  mayChange: z.boolean(),
  /** The reader is an integration manager. */
  mayNudge: z.boolean(),
  /** Sent along with a change: it is refused where somebody else has said something since. */
  seen: count,
  action: shown.extend({
    test: z.strictObject({ what: z.string(), forWhom: z.string(), expected: z.string() }).nullable(),
    source,
    /** How often somebody asked for more time. */
    moved: count,
  }),
  /** Oldest first. */
  history: z.array(said),
});
export type ActionPage = z.infer<typeof actionPage>;

/** `GET .../actions/partners`: what the form of a new action needs, and handing one over. */
export const partners = z.strictObject({
  /** The reader as an owner; null: they answer for no organisation, and agree nothing. */
  you: member.nullable(),
  today: date,
  /** The furthest date there may be. */
  last: date,
  organisations,
  /** Who answers for an organisation. */
  people: z.array(z.strictObject({ id: member, name: z.string(), organisation: z.string() })),
});
export type Partners = z.infer<typeof partners>;

const owners = z.array(member).max(100);
/** Empty where none was chosen: what is needed is for the use case to say. */
const chosenDate = z.union([date, z.literal('')]);

/** `POST .../actions`: agreed once for each `request`, which the page makes up. */
export const newAction = z.strictObject({
  request: z.uuid(),
  text,
  kind: z.enum(actionKinds),
  due: chosenDate,
  owners,
  /** Of an adaptive one. */
  nextStep: text.optional(),
  /** Of a test of change. */
  test: z.strictObject({ what: text, forWhom: text, expected: text }).optional(),
  source: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('pair'), one: organisationId, other: organisationId }),
    z.strictObject({ from: z.literal('focus area'), name: text }),
    z.strictObject({ from: z.literal('by hand') }),
  ]),
});
export type NewAction = z.infer<typeof newAction>;

/** The end of the path of one action, as it stands in an address. */
export const actionNumber = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(action);

/** `POST .../actions/{number}` */
export const actionChange = z.strictObject({
  seen: count,
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('on track') }),
    z.strictObject({ is: z.literal('stuck'), because: z.enum(stuckReasons), words: text }),
    z.strictObject({ is: z.literal('done'), verdict: z.enum(verdicts).optional(), keptBy: organisationId.optional() }),
    z.strictObject({ is: z.literal('more time'), due: chosenDate, nextStep: text.optional() }),
    z.strictObject({ is: z.literal('hand over'), owners }),
    z.strictObject({ is: z.literal('snooze'), until: chosenDate, because: text }),
    z.strictObject({ is: z.literal('drop') }),
  ]),
});
export type ActionChange = z.infer<typeof actionChange>;

/** `POST .../actions/{number}/nudge`, without anything in its body, for integration managers: when it goes to whom, in sentences. */
export const nudgeWish = z.strictObject({});
export const nudged = z.strictObject({ lines: z.array(z.string()) });
export type Nudged = z.infer<typeof nudged>;
