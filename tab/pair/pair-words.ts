import en from '../../locales/pair.en.json' with { type: 'json' };
import nb from '../../locales/pair.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type PairSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of a pair's page and of "who we are" in the reader's language; they come with the pages. */
export const usePairWords = (): PairSay => words(useReader().language);
