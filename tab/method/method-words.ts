import en from '../../locales/method.en.json' with { type: 'json' };
import nb from '../../locales/method.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type Language, type SayFrom, wordsFrom } from '../words.ts';

export type MethodSay = SayFrom<typeof en>;
export type MethodSentence = Parameters<MethodSay>[0];

const words = { en: wordsFrom({ en, nb }, 'en'), nb: wordsFrom({ en, nb }, 'nb') };

export const methodWordsIn = (language: Language): MethodSay => words[language];

/** The sentences of this page in the reader's language; they come with the page, not with the first screen. */
export const useMethodWords = (): MethodSay => methodWordsIn(useReader().language);
