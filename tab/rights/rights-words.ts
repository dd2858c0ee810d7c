import en from '../../locales/rights.en.json' with { type: 'json' };
import nb from '../../locales/rights.nb.json' with { type: 'json' };
import type { Language } from '../language.ts';
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type RightsSay = SayFrom<typeof en>;

/** The sentences of these pages; they come with the pages. */
export const rightsWordsIn: (language: Language) => RightsSay = wordsFrom({ en, nb });
export const useRightsWords = (): RightsSay => rightsWordsIn(useReader().language);
