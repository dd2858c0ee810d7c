import en from '../../locales/me.en.json' with { type: 'json' };
import nb from '../../locales/me.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

type MeSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of the pages without a channel, in the reader's language; they come with the pages. */
export const useMeWords = (): MeSay => words(useReader().language);
