import type { SurveyFacts } from '../bot/domain/message.ts';
import type { Say } from '../locales/translate.ts';
import { text } from './parts.ts';

/** What the counts leave out is said with them, or they are untrue for who is left out. */
export const counts = (say: Say, { answered, invited, leavesOut, k }: SurveyFacts) =>
  text([say('survey.counts', { answered, count: invited }), ...(leavesOut ? [say('survey.leftOut', { k })] : [])].join(' '));
