import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { NotOpenedFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import { card, day, opening, plain, quiet, text, title } from './parts.ts';
import type { Card } from './parts.ts';

/** To an integration manager, privately: the survey of a meeting did not open, and why. */
export const surveyNotOpened = ({ language, channel, purpose, date, reason }: NotOpenedFacts, linkToTab: LinkToTab): Card => {
  const say = sayIn(language);
  return card(
    [
      title(say('notOpened.title')),
      text(plain(purpose)),
      text(say('notOpened.meeting', { date: day(date, language) })),
      text(say(`refused.${reason}`)),
      quiet(say('notOpened.next')),
    ],
    [opening(say('notOpened.open'), linkToTab(channel, { is: 'meetings' }))],
  );
};
