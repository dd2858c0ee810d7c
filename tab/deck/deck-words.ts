import en from '../../locales/present.en.json' with { type: 'json' };
import nb from '../../locales/present.nb.json' with { type: 'json' };
import { type MethodSay, methodWordsIn } from '../method/method-words.ts';
import { type Question, wordingIn } from '../method/questions.ts';
import type { Reader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type DeckSay = SayFrom<typeof en>;

/** Everything slides and files are worded with, in the reader's language. */
export interface Words {
  readonly reader: Reader;
  readonly deck: DeckSay;
  readonly method: MethodSay;
  /** A question as it was asked, with a blank for the partner. */
  readonly wording: (question: Question) => string;
}

const words = wordsFrom({ en, nb });

export const deckWordsIn = (reader: Reader): Words => ({
  reader,
  deck: words(reader.language),
  method: methodWordsIn(reader.language),
  wording: wordingIn(reader.language),
});
