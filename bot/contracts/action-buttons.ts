import { z } from 'zod';
import { actionKinds, stuckReasons, verdicts } from './action-choices.ts';
import { chosenIds } from './choices.ts';
import { written } from './written.ts';

/** Room for what is too long by a little: the domain says so in a sentence. */
const words = written(2_000).default('');
/** Empty where nothing was chosen; whether a date is needed is for the domain to say. */
const date = z.union([z.iso.date(), z.literal('')]).default('');
const owners = chosenIds(600, 15);
const action = z.int().min(1).max(2_147_483_647);
const organisation = z
  .union([z.string().regex(/^\d{1,5}$/), z.literal('')])
  .default('')
  .transform((chosen) => (chosen === '' ? undefined : Number(chosen)));
/** Told apart from every other form. */
const request = z.string().min(1).max(64);

/** To the message an action comes from, as Teams gave it; whether it is one of Teams' own is for the domain to say. */
const link = z.string().max(2_000).optional();

const form = { text: words, due: date, owners, nextStep: words, what: words, forWhom: words, expected: words, link };

/** The buttons of action cards (contracts/buttons.ts). `common`: what every button of a collaboration carries. */
export const actionButtons = <Common extends z.ZodRawShape>(common: Common) =>
  [
    z.object({
      verb: z.literal('action.form'),
      ...common,
      kind: z.enum(actionKinds),
      request: request.optional(),
      ...form,
    }),
    z.object({ verb: z.literal('action.agree'), ...common, kind: z.enum(actionKinds), request, ...form }),
    z.object({
      verb: z.literal('action.mine'),
      ...common,
      whose: z.enum(['mine', 'all']).default('mine'),
      page: z.int().min(0).max(10_000).default(0),
    }),
    z.object({ verb: z.literal('action.view'), ...common, action }),
    z.object({
      verb: z.literal('action.ask'),
      ...common,
      action,
      what: z.enum(['done', 'stuck', 'more time', 'hand over', 'snooze', 'other']),
      /** What was typed before it was pressed. */
      said: words,
    }),
    /** `said`: one line in their own words, where the card asks for it. */
    z.object({ verb: z.literal('action.onTrack'), ...common, action, said: words }),
    z.object({
      verb: z.literal('action.done'),
      ...common,
      action,
      verdict: z.enum(verdicts).optional(),
      keptBy: organisation,
      said: words,
    }),
    z.object({ verb: z.literal('action.stuck'), ...common, action, because: z.enum(stuckReasons), words }),
    z.object({ verb: z.literal('action.moreTime'), ...common, action, due: date, nextStep: words, said: words }),
    z.object({ verb: z.literal('action.handOver'), ...common, action, owners }),
    z.object({ verb: z.literal('action.snooze'), ...common, action, until: date, because: words }),
    z.object({ verb: z.literal('action.drop'), ...common, action }),
  ] as const;
