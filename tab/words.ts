import { createInstance } from 'i18next';
import en from '../locales/tab.en.json' with { type: 'json' };
import nb from '../locales/tab.nb.json' with { type: 'json' };
import type { Language } from './language.ts';

type Bare<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
type Values = Readonly<Record<string, string | number>>;
/** Says the sentences of one dictionary. */
export type SayFrom<Words> = (sentence: Bare<keyof Words & string>, values?: Values) => string;
export type Sentence = Bare<keyof typeof en>;
export type Say = SayFrom<typeof en>;

/** The sentences of one dictionary by language, each language made when it is first read. `count` chooses the plural form. React escapes, so nothing is escaped here. */
export function wordsFrom<Words extends object>(
  dictionary: Readonly<Record<Language, Words>>,
): (language: Language) => SayFrom<Words> {
  const made: Partial<Record<Language, SayFrom<Words>>> = {};
  return (language) => (made[language] ??= sayIn(language, dictionary[language]));
}

function sayIn<Words extends object>(language: Language, sentences: Words): SayFrom<Words> {
  const said = sentences as Readonly<Record<string, string | undefined>>;
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: sentences } },
  });
  // Most sentences have no blanks and no plural: asking i18next for each was a quarter of the time it takes to draw the first screen.
  return (sentence, values) => {
    const plain = values === undefined ? said[sentence] : undefined;
    return plain?.includes('{{') === false ? plain : words.t(sentence, values ?? {});
  };
}

/** The first screen's own sentences. Pages that are fetched later bring theirs along. */
export const wordsIn = wordsFrom({ en, nb });
