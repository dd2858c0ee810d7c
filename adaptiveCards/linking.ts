import type { LinkToTab } from '../bot/contracts/deep-link.ts';
import type { Language } from '../bot/domain/collaboration.ts';
import { nameOf } from '../bot/domain/linking.ts';
import type { LinkFacts } from '../bot/domain/message.ts';
import { sayIn } from '../locales/translate.ts';
import { button, card, opening, plain, quiet, text, title } from './parts.ts';
import type { Card } from './parts.ts';

/** In the home channel: where other channels are linked, by whoever is integration manager. */
export const linkDesk = (language: Language, home: string, linkToTab: LinkToTab): Card => {
  const say = sayIn(language);
  return card(
    [title(say('link.desk.title')), text(say('link.desk.text'))],
    [opening(say('link.open'), linkToTab(home, { is: 'manage' }))],
  );
};

/** In a channel of no collaboration, to whoever wrote the word without a code. */
export const linkHow = (language: Language): Card => {
  const say = sayIn(language);
  return card([title(say('link.how.title')), text(say('link.how.text'))]);
};

/** The code was good. It says nothing of the collaboration: somebody there confirms first. */
export const linkWaits = (language: Language): Card => {
  const say = sayIn(language);
  return card([title(say('link.waits.title')), text(say('link.waits.text'))]);
};

export const unlinked = (language: Language): Card => {
  const say = sayIn(language);
  return card([title(say('link.ended.title')), text(say('link.ended.text'))]);
};

/** To the home channel: a channel asks, and where to answer it. */
export const linkAsked = ({ language, channel, named }: LinkFacts, linkToTab: LinkToTab): Card => {
  const say = sayIn(language);
  const name = nameOf(named);
  return card(
    [
      title(say('link.asked.title')),
      text(name === undefined ? say('link.asked.unnamed') : say('link.asked.text', { channel: plain(name) })),
      quiet(say('link.asked.who')),
    ],
    [opening(say('link.open'), linkToTab(channel, { is: 'manage' }))],
  );
};

/** To the channel that was linked: what it is part of now, and the one question people answer first. */
export const linked = ({ language, collaboration, channel, purpose }: LinkFacts, linkToTab: LinkToTab): Card => {
  const say = sayIn(language);
  return card(
    [
      title(say('link.linked.title')),
      text(plain(purpose)),
      text(say('link.linked.text')),
      quiet(say('link.linked.stays')),
      quiet(say('help.patients')),
    ],
    [
      button(say('roster.choose'), { verb: 'roster.open', collaboration }, { primary: true }),
      opening(say('link.linked.results'), linkToTab(channel)),
    ],
  );
};
