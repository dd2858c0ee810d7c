import type { Language } from '../bot/domain/collaboration.ts';
import { sayIn } from '../locales/translate.ts';
import { button, card, quiet, text, title } from './parts.ts';

/** The first thing a channel sees of the app: what it is, and what happens next. */
export const welcome = (language: Language) => {
  const say = sayIn(language);
  return card(
    [title(say('welcome.title')), text(say('welcome.what')), text(say('welcome.next')), quiet(say('help.patients'))],
    [button(say('welcome.setUp'), { verb: 'setup.open' }, { primary: true })],
  );
};

export const welcomePersonal = (language: Language) => {
  const say = sayIn(language);
  return card([title(say('welcome.title')), text(say('welcome.personal'))]);
};

export const help = (language: Language, inChannel: boolean) => {
  const say = sayIn(language);
  return card([title(say('help.title')), text(say(inChannel ? 'help.channel' : 'help.personal')), quiet(say('help.patients'))]);
};
