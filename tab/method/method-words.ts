import en from '../../locales/method.en.json' with { type: 'json' };
import nb from '../../locales/method.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type MethodSay = SayFrom<typeof en>;
export type MethodSentence = Parameters<MethodSay>[0];

export const methodWordsIn = wordsFrom({ en, nb });

/** The sentences of this page in the reader's language; they come with the page, not with the first screen. */
export const useMethodWords = (): MethodSay => methodWordsIn(useReader().language);
