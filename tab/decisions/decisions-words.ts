import en from '../../locales/decisions.en.json' with { type: 'json' };
import nb from '../../locales/decisions.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

const decisionsWordsIn = wordsFrom({ en, nb });

/** The sentences of what was decided, in the reader's language; they come with the pages that show it. */
export const useDecisionsWords = (): SayFrom<typeof en> => decisionsWordsIn(useReader().language);
