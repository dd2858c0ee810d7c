import { z } from 'zod';

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
const organisation = z.int().min(1).max(32_767);
/** Toggles and choices arrive as text. */
const numberInText = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** Text people wrote, without the signs that no keyboard types and no database keeps (tab and line breaks aside). */
const written = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?:[\t\r\n]|\P{Cc})*$/u);
const oneLine = (longest: number) => written(longest).trim().min(1);

/** The choice that stands for "don't know"; it is read as no rating. */
export const dontKnow = 'x';
/** One rating: 1 to 5, or "don't know". A page without it is no answer: it would wipe the one before. */
const rating = z.enum(['1', '2', '3', '4', '5', dontKnow]).transform((given) => (given === dontKnow ? undefined : Number(given)));
/** Asked of leaders only, so it may be absent. */
const ratingOfLeaders = rating.optional();

const inCollaboration = { version, collaboration };
const inRound = { ...inCollaboration, round };

const roundPlan = {
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
    /** Where the question stood in the way of a survey, that survey is next. */
    then: round.optional(),
  }),
  z.object({ verb: z.literal('round.manage'), ...inCollaboration }),
  z.object({ verb: z.literal('round.preview'), ...inCollaboration, ...roundPlan }),
  /** `shown`: the wish whose plan stands on the card; where the inputs say otherwise now, that plan is shown first. */
  z.object({
    verb: z.literal('round.launch'),
    ...inCollaboration,
    ...roundPlan,
    shown: z.object({ audience: roundPlan.audience, k: z.int(), closingDate: z.string() }),
  }),
  z.object({ verb: z.literal('round.close'), ...inRound, confirmed: z.boolean() }),
  z.object({ verb: z.literal('round.askReopen'), ...inRound }),
  z.object({ verb: z.literal('round.reopen'), ...inRound, closingDate: roundPlan.closingDate }),
  z.object({ verb: z.literal('data.view'), ...inCollaboration }),
  z.object({ verb: z.literal('data.erase'), ...inCollaboration, confirmed: z.boolean() }),
  z.object({ verb: z.literal('survey.view'), ...inRound }),
  z.object({ verb: z.literal('survey.answer'), ...inRound }),
  z.object({ verb: z.literal('survey.change'), ...inRound }),
  z.object({ verb: z.literal('survey.back'), ...inRound, target: organisation }),
  z.object({ verb: z.literal('survey.apart'), ...inRound, target: organisation }),
  z.object({
    verb: z.literal('survey.page'),
    ...inRound,
    target: organisation,
    R1: rating,
    R2: rating,
    R3: rating,
    R4: rating,
    R5: rating,
    R6: rating,
    R7: rating,
    E1: ratingOfLeaders,
    E2: ratingOfLeaders,
  }),
]);
export type Button = z.infer<typeof button>;

/** What a card puts into a button: everything but what its inputs add. */
type ButtonData<B> = B extends { verb: infer V; version: unknown } ? { verb: V } & Partial<Omit<B, 'verb' | 'version'>> : never;
export const buttonData = (data: ButtonData<Button>) => ({ ...data, version: buttonVersion });

/** Tells a card of another version from nonsense. */
export const anyButton = z.object({ verb: z.string().max(64), version: z.unknown() });
