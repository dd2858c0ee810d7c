import type { Language } from '../bot/domain/collaboration.ts';
import type { ToldAction } from '../bot/domain/message.ts';
import type { Say } from '../locales/translate.ts';
import { ownersOf } from './nudge-parts.ts';
import { day, plain, quiet, text } from './parts.ts';

/** Of an action's text as it is shown on a card about many. */
const mostLines = 3;

export const heading = (words: string) =>
  ({ type: 'TextBlock', text: words, wrap: true, weight: 'Bolder', separator: true, spacing: 'Medium' }) as const;

/** An action among others: what, when, whose. */
export const toldAction = (say: Say, action: ToldAction, language: Language, owners: number) => [
  { ...text(plain(action.text)), maxLines: mostLines },
  {
    ...quiet(say('digest.line', { date: day(action.due, language), owners: ownersOf(say, action, owners) })),
    spacing: 'None' as const,
  },
];
