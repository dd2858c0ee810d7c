import { z } from 'zod';
import { written } from './written.ts';

/**
 * Set-up, roster and rounds in the tab, below `/api/channels/{channel id}/manage`. Organisations are named by their number as text.
 * How long a text may be is for the use case to say, in a sentence; what is longer than this was not typed.
 */
const text = written(2_000);
const role = z.enum(['leader', 'employee']);
const language = z.enum(['en', 'nb']);
const count = z.int().min(0);
const version = z.int().min(1).max(2_147_483_647);
const organisationId = z.string().regex(/^[1-9]\d{0,4}$/);
const member = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const round = z.int().min(1).max(32_767);

/** How many answer for an organisation. Who is no integration manager sees no small number, and no roles (method.md, P3, P11). */
const people = z.union([
  z.strictObject({ leader: count, employee: count }),
  z.strictObject({ people: count }),
  z.strictObject({ fewerThan: count }),
]);

/** `GET .../manage`, and the answer to every change of set-up. */
export const setUp = z.strictObject({
  /** Sent along with a change: it is refused where somebody else has changed something since. */
  version,
  /** The reader is an integration manager, and the collaboration is not closed. */
  mayChange: z.boolean(),
  /** The reader is an integration manager: they may read the log, also after a close. */
  mayReadLog: z.boolean().default(false),
  /** When it was closed for good; null: it is at work. */
  closed: z.iso.datetime().nullable().default(null),
  purpose: z.string(),
  outcomes: z.array(z.strictObject({ id: z.int(), text: z.string() })),
  /** In the order of set-up, also those that have left. */
  organisations: z.array(z.strictObject({ id: z.string(), name: z.string(), left: z.boolean(), people })),
  language,
  zone: z.string(),
  nextMeeting: z.iso.date(),
  /** The zones there are to choose from. */
  zones: z.array(z.string()),
  /** The number of the open round. */
  open: round.nullable(),
  /** The home channel first; `here`: the one the reader asks from; `name`: null where Teams did not say. */
  channels: z.array(z.strictObject({ id: z.int(), home: z.boolean(), here: z.boolean(), name: z.string().nullable() })),
  /** Channels that wait to be linked, for integration managers. `tenant`: whose each is; `by`: the name of who asked. */
  asks: z.array(
    z.strictObject({ id: z.int(), name: z.string().nullable(), tenant: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
  /** Characters of a text, and how many there may be. */
  limits: z.strictObject({ purpose: count, outcome: count, outcomes: count, name: count, organisations: count }),
});
export type SetUp = z.infer<typeof setUp>;

/** `POST .../manage/purpose`: an outcome with an id is one that is there; those left out are deleted. */
export const purposeChange = z.strictObject({
  version,
  purpose: text,
  outcomes: z.array(z.strictObject({ id: z.int().min(1).optional(), text })).max(100),
});

/** `POST .../manage/organisations` */
export const organisationChange = z.strictObject({
  version,
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('rename'), organisation: organisationId, name: text }),
    z.strictObject({ is: z.literal('add'), name: text }),
    z.strictObject({ is: z.literal('leave'), organisation: organisationId }),
    z.strictObject({ is: z.literal('return'), organisation: organisationId }),
  ]),
});

/** `POST .../manage/links`, answered with set-up. `id`: of a channel that asks, or of one that is linked. */
export const linkChange = z.strictObject({ is: z.enum(['confirm', 'decline', 'unlink']), id: member });

/** `POST .../manage/link-code`, with an empty object: a one-time code for another channel, told this once. */
export const linkCodeWish = z.strictObject({});
export const linkCode = z.strictObject({ code: z.string(), goodUntil: z.iso.datetime() });
export type LinkCode = z.infer<typeof linkCode>;

/** `POST .../manage/practical` */
export const practicalChange = z.strictObject({ version, language, zone: z.string().max(64), nextMeeting: z.iso.date() });

/** `POST .../manage/closing`: closes the collaboration for good. Pressed twice, and nothing is typed. */
export const closingWish = z.strictObject({ close: z.literal(true) });

/** Somebody on the roster; organisation and role are null until they have said them. */
const person = z.strictObject({
  id: member,
  name: z.string(),
  organisation: organisationId.nullable(),
  role: role.nullable(),
  integrationManager: z.boolean(),
  chair: z.boolean(),
});
export type RosterPerson = z.infer<typeof person>;

/** `GET .../manage/people?organisation=all&page=0`, for integration managers; organisation `0`: those who answer for none. */
export const rosterQuery = z.object({
  organisation: z.union([z.literal('all'), z.literal('0'), organisationId]).default('all'),
  page: z
    .string()
    .regex(/^\d{1,4}$/)
    .default('0')
    .transform(Number),
});
export const rosterPage = z.strictObject({ people: z.array(person), page: count, pages: z.int().min(1) });
export type RosterPage = z.infer<typeof rosterPage>;

/** `POST .../manage/people`; answered with the person as they stand then. `seen`: as they stood when somebody looked. */
export const rosterChange = z.strictObject({
  member,
  seen: person.pick({ organisation: true, role: true, integrationManager: true, chair: true }),
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('place'), organisation: organisationId, role }),
    z.strictObject({ is: z.literal('remove') }),
    z.strictObject({ is: z.literal('manager'), manager: z.boolean() }),
    z.strictObject({ is: z.literal('chair'), chair: z.boolean() }),
  ]),
});
export const changedPerson = person;

const roundWish = z.strictObject({
  instrument: z.enum(['relational', 'health check', 'six practices', 'check-back']),
  /** Approved questions of the partners' own, by their ids. */
  questions: z.array(z.int().min(1).max(2_147_483_647)).max(100),
  audience: z.array(role).min(1).max(2),
  k: count.max(100),
  /** In the collaboration's zone. */
  closingDate: z.iso.date(),
  /** Filled in together at the start of a meeting: open for so long from its launch, whatever the closing date says. */
  minutes: z.int().min(5).max(60).optional(),
});
export type RoundWish = z.infer<typeof roundWish>;

/** What a plan shows that can change behind it: the roster, and the days that pass. */
const shown = z.strictObject({
  mode: z.enum(['matrix', 'pooled']),
  /** People, by organisation. */
  invited: z.record(z.string().max(5), count),
  /** Days of reminders, in the collaboration's zone. */
  reminders: z.array(z.iso.date()).max(10),
});

/**
 * `POST .../manage/plan`, for integration managers: changes nothing. Without a wish: a proposal; `minutes`: of a round that is filled in
 * together, which chairs may ask for too.
 */
export const planQuestion = z.strictObject({ wish: roundWish.optional(), minutes: roundWish.shape.minutes });
export const roundDesk = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('plan'),
    wish: roundWish,
    ...shown.shape,
    form: z.enum(['full', 'short']),
    closes: z.iso.datetime(),
    minutes: z.int().min(1),
    /** Questions of the partners' own that may be asked. */
    questions: z.array(z.strictObject({ id: z.int(), text: z.string() })),
    mostQuestions: count,
    /** How many outcomes are registered: a check-back asks about each. */
    outcomes: count.default(0),
    /** Why it cannot be launched: a sentence in the language of the request. */
    obstacle: z.string().nullable(),
    /** The latest round, where it may be opened again. */
    mayReopen: round.nullable(),
  }),
  z.strictObject({
    is: z.literal('open'),
    round,
    instrument: roundWish.shape.instrument,
    audience: roundWish.shape.audience,
    k: count,
    mode: shown.shape.mode,
    closes: z.iso.datetime(),
    answered: count,
    invited: count,
    /** Organisations with fewer than k invited are not in the counts. */
    leavesOut: z.boolean(),
    /** What became of the channel's card and of personal copies: sentences in the language of the request. */
    deliveries: z.array(z.string()),
  }),
]);
export type RoundDesk = z.infer<typeof roundDesk>;

/** `POST .../manage/launch`: refused where the plan is not as it was shown any more. Answered with the open round. */
export const launchWish = z.strictObject({ wish: roundWish, shown });

/** `POST .../manage/close` */
export const closeWish = z.strictObject({ round });
export const roundClosed = z.strictObject({ round, outcome: z.enum(['published', 'published again', 'left']) });
export type RoundClosed = z.infer<typeof roundClosed>;
