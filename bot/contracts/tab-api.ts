import { z } from 'zod';
import { checkBackResults, focusAreas, healthCheckResults, practicesResults, results } from './results.ts';

const role = z.enum(['leader', 'employee']);
const instant = z.iso.datetime();

/** The snapshot of one closed round, as it was frozen at close. Organisation ids are the keys of `results`. */
export const snapshot = z.strictObject({
  version: z.literal(1),
  round: z.int().min(1),
  opened: instant,
  closed: instant,
  audience: z.array(role).min(1),
  organisations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** The round was held elsewhere; `opened` is the instant of its first answer. */
  imported: z.literal(true).optional(),
  /** `short`: the form of three relational items and need; only ever of the relational instrument. */
  form: z.enum(['full', 'short']).default('full'),
  /** The partners' own questions, as they were asked. */
  localQuestions: z.array(z.strictObject({ id: z.enum(['L1', 'L2', 'L3']), text: z.string() })).default([]),
  /** Of a check-back: the outcomes as they were asked about, and their numbers, by which they are found again after a text was mended. */
  outcomes: z
    .array(z.strictObject({ id: z.enum(['O1', 'O2', 'O3', 'O4', 'O5', 'O6']), outcome: z.int().min(1), text: z.string() }))
    .optional(),
  results: z.union([results, healthCheckResults, practicesResults, checkBackResults]),
  /** The round that `results.change` compares with. */
  comparedWith: z.int().min(1).optional(),
  /** What is proposed to talk about; of relational results. */
  focus: focusAreas.optional(),
});
export type Snapshot = z.infer<typeof snapshot>;

/** Answered and invited of one organisation; hidden where fewer than k are invited (method.md, P11). */
export const liveCount = z.union([
  z.strictObject({ answered: z.int(), invited: z.int() }),
  z.strictObject({ hidden: z.literal('fewer than k') }),
]);

/** `GET /api/channels/{channel id}/overview`: the first screen of the tab. */
export const overview = z.strictObject({
  purpose: z.string(),
  /** What the partners want to have reached, in their order. */
  outcomes: z.array(z.string()).default([]),
  language: z.enum(['en', 'nb']),
  zone: z.string(),
  nextMeeting: z.iso.date(),
  /** When the collaboration was closed for good; null: it is at work. */
  closed: instant.nullable().default(null),
  /** The meeting everything waits for, to be opened: the first that is still planned; null: none is. */
  meeting: z
    .strictObject({ number: z.int().min(1), date: z.iso.date() })
    .nullable()
    .default(null),
  /** In the order of set-up; `left`: it takes part in no new round. */
  organisations: z.array(z.strictObject({ id: z.string(), name: z.string(), left: z.literal(true).optional() })),
  /** The reader's own place; null until they have said which organisation they answer for. */
  you: z.strictObject({ organisation: z.string(), role, integrationManager: z.boolean() }).nullable(),
  /** It is read in a linked channel: there is nothing of meetings, actions and set-up. */
  linked: z.boolean().default(false),
  /** Counts and nothing else while a round is open (P5). */
  open: z
    .strictObject({
      round: z.int(),
      k: z.int(),
      mode: z.enum(['matrix', 'pooled']),
      audience: z.array(role),
      opened: instant,
      closes: instant,
      answered: z.int(),
      invited: z.int(),
      response: z.record(z.string(), liveCount),
    })
    .nullable(),
  /** Of the round that closed last. */
  latest: snapshot.nullable(),
  /** Every closed round, in the order in which they closed. */
  rounds: z.array(z.strictObject({ round: z.int(), closed: instant, imported: z.boolean() })).default([]),
  /** Agreed actions that are open, and how many of those are stuck. */
  actions: z.strictObject({ open: z.int().min(0), stuck: z.int().min(0) }).default({ open: 0, stuck: 0 }),
});
export type Overview = z.infer<typeof overview>;

/** `GET /api/channels/{channel id}/my-data`: everything stored about the signed-in person in this collaboration, to keep. */
export const myData = z.strictObject({
  purpose: z.string(),
  /** When the collaboration was closed: its answers are anonymous from then on, so none can be found as this person's. Null: it is at work. */
  closed: instant.nullable().default(null),
  person: z.strictObject({ tenantId: z.string(), objectId: z.string() }),
  /** Null: not on the roster. An organisation is named as the collaboration names it; null: none chosen, or the network as a whole. */
  member: z
    .strictObject({
      name: z.string(),
      teamsUserId: z.string(),
      organisation: z.string().nullable(),
      role: role.nullable(),
      integrationManager: z.boolean(),
      chair: z.boolean(),
      /** They take part through a linked channel. */
      linked: z.boolean(),
      /** Null: where the collaboration is. */
      zone: z.string().nullable(),
      /** What their Teams speaks; null: not known, or none of ours. */
      language: z.enum(['en', 'nb']).nullable(),
      /** When they first answered for an organisation; null: never, or before this was kept. */
      joined: instant.nullable(),
    })
    .nullable(),
  rounds: z.array(
    z.strictObject({
      round: z.int(),
      participation: z
        .strictObject({ organisation: z.string().nullable(), role, state: z.enum(['invited', 'started', 'finished']) })
        .nullable(),
      answers: z.array(
        z.strictObject({
          organisation: z.string().nullable(),
          notWorkingTogether: z.boolean(),
          ratings: z.record(z.string(), z.int()),
        }),
      ),
      /** In the short form: the partners drawn for this person; null: none were. */
      drawn: z.array(z.string().nullable()).nullable(),
    }),
  ),
  /** Questions the person proposed to the partners. */
  questions: z.array(z.strictObject({ text: z.string(), state: z.enum(['proposed', 'approved', 'declined']) })),
  /** Agreed actions the person owns, and what they said about any, by the action's number. `now`: what it changed, in their words; owners left out. */
  actions: z.array(z.strictObject({ action: z.int(), text: z.string(), due: z.iso.date(), state: z.string() })),
  said: z.array(z.strictObject({ action: z.int(), what: z.string(), now: z.record(z.string(), z.unknown()), at: instant })),
  /** Of meetings whose check-out is open; at its close the answers are deleted. */
  checkOuts: z.array(z.strictObject({ meeting: z.int(), energy: z.int().nullable(), said: z.string().nullable() })),
  /** Written about a focus area while nobody sees it; once all texts are shown nobody can tell whose each is. */
  silentTexts: z.array(z.strictObject({ meeting: z.int(), area: z.int(), text: z.string() })),
  /** Meetings the person was at, and for which organisation. */
  meetings: z.array(z.strictObject({ date: z.iso.date(), organisation: z.string().nullable() })),
  messages: z.array(z.strictObject({ kind: z.string(), round: z.int().nullable(), state: z.string(), at: instant })),
  /** What the person did here, as the audit log has it. */
  log: z.array(z.strictObject({ what: z.string(), facts: z.record(z.string(), z.unknown()), at: instant })),
});
export type MyData = z.infer<typeof myData>;

/** The answer to `POST /api/channels/{channel id}/exports` (exports-api.ts). */
export const exportNoted = z.strictObject({});
export type ExportNoted = z.infer<typeof exportNoted>;

/** Every refusal of the API (RFC 9457): `detail` is one plain sentence in the language of the request (Accept-Language). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Where somebody else was faster: how it stands now, in the shape of the answer there would have been. */
  fresh: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;
