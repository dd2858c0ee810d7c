import healthCheck from '../../locales/instruments/health-check-1.json' with { type: 'json' };
import relationalQuestions from '../../locales/instruments/relational-1.json' with { type: 'json' };
import sixPractices from '../../locales/instruments/six-practices-1.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import type { Language } from '../language.ts';
import { methodWordsIn } from './method-words.ts';

export const relational = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export const expectations = ['E1', 'E2'] as const;
export const practices = ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6'] as const;
export const checkOut = ['C1', 'C2'] as const;
/** The dimensions of the health check with their statements (docs/method.md, section 1). */
export const health = {
  goals: ['HC1', 'HC2'],
  ties: ['HC3', 'HC4'],
  steering: ['HC5', 'HC6', 'HC7', 'HC8'],
  rules: ['HC9', 'HC10'],
  power: ['HC11'],
} as const;
export const dimensions = Object.keys(health) as (keyof typeof health)[];

type CheckOut = (typeof checkOut)[number];
type OfInstrument =
  | (typeof relational)[number]
  | (typeof expectations)[number]
  | (typeof health)[keyof typeof health][number]
  | (typeof practices)[number];
export type Question = OfInstrument | CheckOut;

const texts = new Map(
  [relationalQuestions, healthCheck, sixPractices].flatMap(({ questions }) =>
    questions.map(({ id, text }) => [id, text] as const),
  ),
);
const isOfMeetings = (question: Question): question is CheckOut => question.startsWith('C');

/** The wording of a question: the very sentence of the survey's cards, with a blank for the partner. */
export function wordingIn(language: Language): (question: Question) => string {
  const say = methodWordsIn(language);
  return (question) =>
    isOfMeetings(question)
      ? say(`method.item.${question}`)
      : (texts.get(question)?.[language] ?? '').replaceAll('{org}', () => say('method.partner'));
}

/** The same in the reader's language. */
export const useWording = (): ((question: Question) => string) => wordingIn(useReader().language);
