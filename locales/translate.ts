import i18next from 'i18next';
import en from './en.json' with { type: 'json' };
import nb from './nb.json' with { type: 'json' };

/** A sentence's name; `_one` and `_other` are the plural forms of one sentence, chosen by `count`. */
type Singular<Key extends string> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key;
export type Sentence = Singular<keyof typeof en>;
export type Values = Readonly<Record<string, string | number>>;
/** Says a sentence in one language. Values are put in as they are: whoever shows the result escapes for the place it goes to. */
export type Say = (sentence: Sentence, values?: Values) => string;

const dictionary = i18next.createInstance();
await dictionary.init({
  lng: 'en',
  fallbackLng: false,
  resources: { en: { translation: en }, nb: { translation: nb } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** Looking a sentence up costs more than most else on a card, and a page says the same fifty times: kept where it has no values. */
const speaker = (language: 'en' | 'nb'): Say => {
  const say = dictionary.getFixedT(language);
  const known = new Map<Sentence, string>();
  return (sentence, values) => {
    if (values !== undefined) return say(sentence, { ...values });
    const said = known.get(sentence) ?? say(sentence);
    known.set(sentence, said);
    return said;
  };
};

const speakers = { en: speaker('en'), nb: speaker('nb') };
export const sayIn = (language: 'en' | 'nb'): Say => speakers[language];
