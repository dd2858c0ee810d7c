import { outcomeItems } from './instrument.ts';
import type { OutcomeItem } from './instrument.ts';
import type { Instrument, Question } from './questionnaire.ts';
import type { Outcome } from './set-up.ts';

/** Each asked about by its own text, in the one language it was written in; the scale is that of the health check. */
export const checkBackOn = (outcomes: readonly Outcome[]): Instrument => ({
  name: 'check-back',
  version: 1,
  form: 'full',
  questions: outcomes.slice(0, outcomeItems.length).flatMap(({ id: outcome, text }, place): Question[] => {
    const id = outcomeItems[place];
    return id === undefined
      ? []
      : [{ id, scale: 'in place', asked: ['leader', 'employee'], text: { en: text, nb: text }, outcome }];
  }),
});

/** An outcome as a round asked about it. `outcome`: its number, by which it is found again after its text was mended. */
export type AskedOutcome = { readonly id: OutcomeItem; readonly outcome: number; readonly text: string };

/** In the order in which they were asked; none of any other instrument. */
export const outcomesAsked = ({ questions }: Instrument): readonly AskedOutcome[] =>
  outcomeItems.flatMap((id) => {
    const found = questions.find((question) => question.id === id);
    return found?.outcome === undefined ? [] : [{ id, outcome: found.outcome, text: found.text.en }];
  });
