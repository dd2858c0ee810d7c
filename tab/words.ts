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

/** Sentences in one language. `count` chooses the plural form. React escapes, so nothing is escaped here. */
export function wordsFrom<Words extends object>(
  dictionary: Readonly<Record<Language, Words>>,
  language: Language,
): SayFrom<Words> {
  const said = dictionary[language] as Readonly<Record<string, string | undefined>>;
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: dictionary.en }, nb: { translation: dictionary.nb } },
  });
  // Most sentences have no blanks: looking one up is a hundred times faster than asking for its plural and its values.
  return (sentence, values) => {
    const plain = values === undefined ? said[sentence] : undefined;
    return plain?.includes('{{') === false ? plain : words.t(sentence, values ?? {});
  };
}

const made: Partial<Record<Language, Say>> = {};

/** The first screen's own sentences. Pages that are fetched later bring theirs along. */
export const wordsIn = (language: Language): Say => (made[language] ??= wordsFrom({ en, nb }, language));
