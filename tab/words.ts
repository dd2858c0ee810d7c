import en from '../locales/tab.en.json' with { type: 'json' };
import nb from '../locales/tab.nb.json' with { type: 'json' };
import type { Language } from './language.ts';

export { type Language, languageOf } from './language.ts';

type Bare<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
type Values = Readonly<Record<string, string | number>>;
/** Says the sentences of one dictionary. */
export type SayFrom<Words> = (sentence: Bare<keyof Words & string>, values?: Values) => string;
export type Sentence = Bare<keyof typeof en>;
export type Say = SayFrom<typeof en>;

/** Text and the names of blanks in turn; text first. */
const blank = /\{\{(\w+)\}\}/;

/**
 * Sentences in one language, as i18next says them on the server; the tab has neither the bytes nor the time for all that it can do.
 * `count` chooses the plural form. React escapes, so nothing is escaped here.
 */
export function wordsFrom<Words extends object>(
  dictionary: Readonly<Record<Language, Words>>,
  language: Language,
): SayFrom<Words> {
  const said = dictionary[language] as Readonly<Record<string, string | undefined>>;
  const pieces = new Map<string, readonly string[]>();
  const piecesOf = (sentence: string): readonly string[] => {
    const known = pieces.get(sentence) ?? (said[sentence] ?? sentence).split(blank);
    pieces.set(sentence, known);
    return known;
  };
  return (sentence, values = {}) => {
    // English and bokmål have the same two forms.
    const form = 'count' in values ? `${sentence}_${values['count'] === 1 ? 'one' : 'other'}` : sentence;
    const parts = piecesOf(form in said ? form : sentence);
    return parts.length === 1
      ? (parts[0] ?? '')
      : parts.map((part, at) => (at % 2 === 0 ? part : String(values[part] ?? ''))).join('');
  };
}

const made: Partial<Record<Language, Say>> = {};

/** The first screen's own sentences. Pages that are fetched later bring theirs along. */
export const wordsIn = (language: Language): Say => (made[language] ??= wordsFrom({ en, nb }, language));
