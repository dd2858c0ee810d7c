import type { Role } from '../bot/domain/collaboration.ts';
import type { SurveyFacts } from '../bot/domain/message.ts';
import type { Say } from '../locales/translate.ts';
import { text } from './parts.ts';
import { itemsFor } from '../bot/domain/instrument.ts';

/** Reading and tapping one item on a phone; an assumption until it is measured with leaders. */
const secondsPerItem = 7;

/** Whole minutes for one page per partner, at least 1. */
export const minutesFor = (partners: number, audience: readonly Role[]): number => {
  const role = audience.includes('leader') ? 'leader' : 'employee';
  return Math.max(1, Math.round((partners * itemsFor(role).length * secondsPerItem) / 60));
};

/** What the counts leave out is said with them, or they are untrue for who is left out. */
export const counts = (say: Say, { answered, invited, leavesOut, k }: SurveyFacts) =>
  text([say('survey.counts', { answered, count: invited }), ...(leavesOut ? [say('survey.leftOut', { k })] : [])].join(' '));
