import { z } from 'zod';
import type { QuestionId } from '../domain/instrument.ts';
import { questionIds } from './instrument.ts';
import { actionButtons } from './action-buttons.ts';
import { energies, saids } from './check-out-api.ts';
import { chosenIds } from './choices.ts';
import { written } from './written.ts';

/**
 * What a button of a card sends: `data` as the card was built, with the inputs of the card merged in by Teams.
 * Buttons of old cards keep coming for months: a change of meaning takes a new version, and an unknown version says "card too old".
 * `verb` stands in the data too, so that an Action.Submit of an older client says the same as Action.Execute.
 */
export const buttonVersion = 1;

const version = z.literal(buttonVersion);
/** Pointers, never proof: the gate checks who is in what. */
const collaboration = z.string().min(1).max(64);
const round = z.int().min(1).max(32_767);
const meeting = z.int().min(1).max(32_767);
const organisation = z.int().min(1).max(32_767);
/** Toggles and choices arrive as text. */
const numberInText = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

const member = z.int().min(1);
const memberInText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
/** The people of an organisation, or of none (0): as a choice brings it, or as a button carries it on. */
const group = z.union([numberInText(0, 32_767), z.int().min(0).max(32_767)]);

const oneLine = (longest: number) => written(longest).trim().min(1);

/** The choice that stands for "don't know"; it is read as null. */
export const dontKnow = 'x';
/** One rating: 1 to 5, or "don't know"; absent where the page does not ask. Whether a page is whole is for the use case to say. */
const rating = z
  .enum(['1', '2', '3', '4', '5', dontKnow])
  .transform((given) => (given === dontKnow ? null : Number(given)))
  .optional();
const ratings = Object.fromEntries(questionIds.map((id) => [id, rating])) as Record<QuestionId, typeof rating>;

const chosenQuestions = chosenIds(200, 9);

const inCollaboration = { version, collaboration };
const inRound = { ...inCollaboration, round };
const inMeeting = { ...inCollaboration, meeting };

const instrument = z.enum(['relational', 'health check', 'six practices', 'check-back']);

const roundPlan = {
  instrument: instrument.default('relational'),
  questions: chosenQuestions,
  audience: z.enum(['leaders', 'everybody']),
  k: numberInText(0, 100),
  closingDate: z.iso.date(),
};

export const button = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('setup.open'), version }),
  z.object({
    verb: z.literal('setup.save'),
    version,
    purpose: oneLine(300),
    organisations: written(4_000),
    nextMeeting: z.iso.date(),
    language: z.enum(['en', 'nb']),
    zone: z.string().max(64),
  }),
  z.object({ verb: z.literal('roster.open'), ...inCollaboration }),
  z.object({ verb: z.literal('roster.view'), ...inCollaboration }),
  z.object({
    verb: z.literal('roster.save'),
    ...inCollaboration,
    organisation: numberInText(1, 32_767),
    role: z.enum(['leader', 'employee']),
    /** Where the question stood in the way of a survey, or of a meeting's check-out, that is next. */
    then: round.optional(),
    thenCheckOut: meeting.optional(),
  }),
  z.object({ verb: z.literal('correct.open'), ...inCollaboration }),
  z.object({ verb: z.literal('correct.people'), ...inCollaboration, group, page: z.int().min(0).max(10_000) }),
  z.object({ verb: z.literal('correct.person'), ...inCollaboration, member: memberInText }),
  z.object({
    verb: z.literal('correct.place'),
    ...inCollaboration,
    member,
    organisation: numberInText(1, 32_767),
    role: z.enum(['leader', 'employee']),
  }),
  z.object({ verb: z.literal('correct.remove'), ...inCollaboration, member }),
  z.object({ verb: z.literal('correct.manager'), ...inCollaboration, member, is: z.boolean() }),
  z.object({ verb: z.literal('correct.chair'), ...inCollaboration, member, is: z.boolean() }),
  z.object({ verb: z.literal('question.open'), ...inCollaboration }),
  z.object({ verb: z.literal('question.propose'), ...inCollaboration, text: written(2_000) }),
  z.object({
    verb: z.literal('question.decide'),
    ...inCollaboration,
    question: z.int().min(1).max(2_147_483_647),
    state: z.enum(['approved', 'declined']),
  }),
  z.object({ verb: z.literal('round.manage'), ...inCollaboration }),
  z.object({ verb: z.literal('round.preview'), ...inCollaboration, ...roundPlan }),
  /** `shown`: the wish whose plan stands on the card; where the inputs say otherwise now, that plan is shown first. */
  z.object({
    verb: z.literal('round.launch'),
    ...inCollaboration,
    ...roundPlan,
    shown: z.object({
      instrument: instrument.default('relational'),
      questions: z.array(z.int()).default([]),
      audience: roundPlan.audience,
      k: z.int(),
      closingDate: z.string(),
    }),
  }),
  z.object({ verb: z.literal('round.close'), ...inRound, confirmed: z.boolean() }),
  z.object({ verb: z.literal('survey.post'), ...inRound }),
  z.object({ verb: z.literal('round.askReopen'), ...inRound }),
  z.object({ verb: z.literal('round.reopen'), ...inRound, closingDate: roundPlan.closingDate }),
  z.object({ verb: z.literal('about.open'), ...inCollaboration }),
  /** `seen`: the version of the texts that stood in the form. A field that was left empty may not be sent at all. */
  z.object({
    verb: z.literal('about.save'),
    ...inCollaboration,
    organisation,
    seen: z.int().min(0).max(2_147_483_647),
    does: written(2_000).default(''),
    doesNot: written(2_000).default(''),
    reach: written(2_000).default(''),
  }),
  ...actionButtons(inCollaboration),
  z.object({ verb: z.literal('sending.view'), ...inCollaboration }),
  z.object({ verb: z.literal('sending.stop'), ...inCollaboration }),
  z.object({ verb: z.literal('sending.start'), ...inCollaboration }),
  z.object({ verb: z.literal('data.view'), ...inCollaboration }),
  z.object({ verb: z.literal('data.erase'), ...inCollaboration, confirmed: z.boolean() }),
  z.object({ verb: z.literal('checkOut.view'), ...inMeeting }),
  z.object({ verb: z.literal('checkOut.energy'), ...inMeeting, energy: z.literal(energies) }),
  z.object({ verb: z.literal('checkOut.said'), ...inMeeting, said: z.enum(saids) }),
  z.object({ verb: z.literal('survey.view'), ...inRound }),
  z.object({ verb: z.literal('survey.answer'), ...inRound }),
  z.object({ verb: z.literal('survey.change'), ...inRound }),
  z.object({ verb: z.literal('survey.back'), ...inRound, target: organisation }),
  z.object({ verb: z.literal('survey.apart'), ...inRound, target: organisation }),
  z.object({
    verb: z.literal('survey.page'),
    ...inRound,
    /** 0: the network as a whole. */
    target: z.int().min(0).max(32_767),
    ...ratings,
  }),
]);
export type Button = z.infer<typeof button>;

/** What a card puts into a button: everything but what its inputs add. */
type ButtonData<B> = B extends { verb: infer V; version: unknown } ? { verb: V } & Partial<Omit<B, 'verb' | 'version'>> : never;
export const buttonData = (data: ButtonData<Button>) => ({ ...data, version: buttonVersion });

/** Tells a card of another version from nonsense. */
export const anyButton = z.object({ verb: z.string().max(64), version: z.unknown() });
