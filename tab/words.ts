import { createInstance } from 'i18next';
import en from '../locales/tab.en.json' with { type: 'json' };
import nb from '../locales/tab.nb.json' with { type: 'json' };

export type Language = 'en' | 'nb';
type Bare<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
export type Sentence = Bare<keyof typeof en>;
export type Say = (sentence: Sentence, values?: Readonly<Record<string, string | number>>) => string;

/** Teams gives a locale such as `nb-no` or `en-us`; every form of Norwegian reads bokmål, everybody else English. */
export const languageOf = (locale: string): Language => (/^(nb|nn|no)\b/i.test(locale) ? 'nb' : 'en');

/** A sentence in one language. `count` chooses the plural form. React escapes, so nothing is escaped here. */
export function wordsIn(language: Language): Say {
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: en }, nb: { translation: nb } },
  });
  return (sentence, values = {}) => words.t(sentence, values);
}
