import { instruments } from '../bot/adapters/instruments.ts';
import { checkBackOn } from '../bot/domain/check-back.ts';
import { shortFormOf, withLocalQuestions } from '../bot/domain/questionnaire.ts';
import type { RoundWish } from '../bot/usecases/rounds/plan-round.ts';

export const relational = instruments('relational');
export const shortForm = shortFormOf(relational);
export const healthCheck = instruments('health check');
export const practices = instruments('six practices');

/** Six outcomes, as long as they may be. */
export const checkBack = checkBackOn(
  Array.from({ length: 6 }, (_, place) => ({
    id: 10 + place,
    text: `Outcome ${place + 1}: ${'people are helped in time. '.repeat(8)}`.slice(0, 200).trim(),
  })),
);
/** The relational questions, and three of the partners' own. */
export const withLocals = withLocalQuestions(relational, [
  'Sample question one about {org}?',
  'Sample question two about {org}?',
  'Sample question three about {org}?',
]);

/** A round about each partner, of the leaders, with k = 3. */
export const wishFor = (closingDate: string, more: Partial<RoundWish> = {}): RoundWish => ({
  ...{ instrument: 'relational', questions: [], audience: ['leader'], k: 3, closingDate },
  ...more,
});
