import en from '../../locales/minutes.en.json' with { type: 'json' };
import nb from '../../locales/minutes.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

const words = wordsFrom({ en, nb });

/** The sentences of the minutes in the reader's language; they come with them. */
export const useMinutesWords = (): SayFrom<typeof en> => words(useReader().language);
