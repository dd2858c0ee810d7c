import type { Language } from '../bot/domain/collaboration.ts';
import { sayIn } from '../locales/translate.ts';
import { card, text, title } from './parts.ts';

/** In a dialog, where the app is not in the channel: Teams adds it when the button is pressed, and then asks for the form again. */
export const addHere = (language: Language) => {
  const say = sayIn(language);
  return card(
    [title(say('action.agree')), text(say('extension.add'))],
    [
      {
        type: 'Action.Submit',
        title: say('extension.addHere'),
        data: { msteams: { justInTimeInstall: true } },
        style: 'positive',
      },
    ],
  );
};
