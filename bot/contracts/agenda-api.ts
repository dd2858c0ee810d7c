import { z } from 'zod';
import type { GroupSize } from '../domain/meetings/groups.ts';
import { stuckReasons } from './action-choices.ts';
import { newAction, said, shown } from './actions-api.ts';
import { agendaSteps } from './agenda-steps.ts';
import { surveyOfNew } from './meetings-api.ts';
import { focusArea, focusAreas } from './results.ts';
import { written } from './written.ts';

/**
 * One meeting, step by step, below `/api/channels/{channel id}/meetings/{number}/agenda`. Organisations are named by their number as text.
 * How long a text may be is for the use case to say.
 */
export const groupSizes = [3, 4, 5, 6] as const satisfies readonly GroupSize[];

const text = written(2_000);
const date = z.iso.date();
/** HH:MM in the collaboration's zone. */
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const count = z.int().min(0);
const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const person = z.strictObject({ organisation: z.string(), name: z.string().nullable() });
const sorting = z.strictObject({ known: z.boolean(), able: z.boolean(), same: z.boolean() });
export type Sorting = z.infer<typeof sorting>;

/** An action as a meeting looks at it. `owners`: empty where its date is past, for nobody is shown up. `said`: what was last said of how it goes. */
const line = shown
  .pick({ id: true, text: true, kind: true, due: true, owners: true, nextStep: true, stuck: true })
  .extend({ said: said.pick({ what: true, at: true, due: true, stuck: true, snoozed: true, said: true }).nullable() });
export type ReviewLine = z.infer<typeof line>;

const topic = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('pair'),
    kind: z.enum(['expectation gap', 'asymmetric pair', 'mutual attention']),
    one: z.string(),
    other: z.string(),
  }),
  z.strictObject({ is: z.literal('item'), item: z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']) }),
  z.strictObject({ is: z.literal('stuck because'), reason: z.enum(stuckReasons) }),
  z.strictObject({ is: z.literal('own'), text: z.string() }),
]);
export type Topic = z.infer<typeof topic>;

const chosen = z.strictObject({
  id,
  key: z.string(),
  topic,
  /** Why, as it is published now; null: its own words, or it is not suggested any more. */
  area: focusArea.nullable(),
  sorting: sorting.nullable(),
  way: z.enum(['technical', 'adaptive']).nullable(),
  /** Without a name: whoever that organisation sends. */
  groups: z.array(z.array(person)).nullable(),
  /** Whether each writes about it before anybody sees, or has; null: nobody was asked to. */
  silent: z.enum(['writing', 'shown']).nullable(),
});
export type ChosenArea = z.infer<typeof chosen>;

const decision = z.strictObject({ id, text: z.string() });

/** `GET .../agenda`, and the answer to every change. */
export const agendaPage = z.strictObject({
  zone: z.string(),
  /** In the collaboration's zone. */
  today: date,
  /** The furthest date an action, or the next meeting, may have. */
  last: date,
  number: z.int().min(1),
  date,
  starts: hour,
  over: z.boolean(),
  /** The reader takes it from step to step. */
  mayLead: z.boolean(),
  /** The reader answers for an organisation, and agrees actions. */
  mayAgree: z.boolean(),
  /** Sent along with a change: it is refused where somebody else has changed what it changes. */
  version: count,
  started: z.iso.datetime().nullable(),
  step: z.enum(agendaSteps),
  organisations: z.array(z.strictObject({ id: z.string(), name: z.string(), left: z.boolean() })),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  /** The meeting before, with what was decided there. */
  lastTime: z.strictObject({ number: z.int(), date, decisions: z.array(z.string()) }).nullable(),
  /** The meeting after. */
  next: z.strictObject({ number: z.int(), date, starts: hour }).nullable(),
  /** How many are here of each organisation; null: nobody has said who is here. */
  here: z.array(z.strictObject({ organisation: z.string(), count })).nullable(),
  /** Here for the first time; null: not known, or there was no meeting before. */
  newcomers: z.array(person).nullable(),
  review: z.strictObject({
    stuck: z.array(line),
    late: z.array(line),
    due: z.array(line),
    done: z.array(line),
    /** Open, and of none of these. */
    later: count,
    /** Of what was due by this meeting: done by it, done by its own date (shares, null where nothing was due), carried over. */
    cycle: z.strictObject({
      due: count,
      done: count,
      completion: z.number().nullable(),
      onTime: z.number().nullable(),
      carriedOver: count,
    }),
  }),
  /** When the round closed whose results the suggestions are of; null: none is published. */
  closed: z.iso.datetime().nullable(),
  offered: z.array(z.strictObject({ key: z.string(), area: focusArea })),
  strength: focusAreas.shape.strength,
  chosen: z.array(chosen),
  decisions: z.array(decision),
  /** Characters of one, and how many there may be. */
  limits: z.strictObject({ decision: count, decisions: count }),
  agreed: z.array(shown),
});
export type AgendaPage = z.infer<typeof agendaPage>;

/** `POST .../agenda`: by whoever leads the meeting. `seen`: the version that was looked at. */
export const agendaChange = z.strictObject({
  seen: count.max(2_147_483_646),
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('start') }),
    z.strictObject({ is: z.literal('step'), step: z.enum(agendaSteps) }),
    z.strictObject({ is: z.literal('choose'), key: z.string().max(200) }),
    z.strictObject({ is: z.literal('own'), text }),
    z.strictObject({ is: z.literal('leave out'), area: id }),
    z.strictObject({ is: z.literal('sort'), area: id, sorting }),
    z.strictObject({
      is: z.literal('groups'),
      area: id,
      size: z.union(groupSizes.map((size) => z.literal(size))),
      counts: z
        .array(z.strictObject({ organisation: z.string().regex(/^[1-9]\d{0,4}$/), count: z.int().min(0).max(50) }))
        .max(60),
    }),
    z.strictObject({ is: z.literal('decide'), request: z.uuid(), text }),
    z.strictObject({ is: z.literal('word'), decision: id, text, was: text }),
    z.strictObject({ is: z.literal('drop'), decision: id, was: text }),
    z.strictObject({ is: z.literal('plan next'), date: z.union([date, z.literal('')]), starts: hour, survey: surveyOfNew }),
    z.strictObject({ is: z.literal('end') }),
  ]),
});
export type AgendaChange = z.infer<typeof agendaChange>;

/** `POST .../agenda/actions`: agreed in this meeting, by any member, once for each `request`. */
export const meetingAction = newAction.omit({ source: true }).extend({ area: text.optional() });
export type MeetingAction = z.infer<typeof meetingAction>;
