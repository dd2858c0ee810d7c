import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { SurveyFacts } from '../bot/domain/message.ts';
import type { Say } from '../locales/translate.ts';
import { opening, text } from './parts.ts';

/** What the counts leave out is said with them, or they are untrue for who is left out. */
export const counts = (say: Say, { answered, invited, leavesOut, k }: SurveyFacts) =>
  text([say('survey.counts', { answered, count: invited }), ...(leavesOut ? [say('survey.leftOut', { k })] : [])].join(' '));

/** The button on cards of a closed round: to that round's results in the tab. */
export const toResults = (say: Say, { channel, round }: SurveyFacts, linkToTab: LinkToTab) =>
  opening(say('closed.open'), linkToTab(channel, { is: 'round', round }));
