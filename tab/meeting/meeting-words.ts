import en from '../../locales/meeting.en.json' with { type: 'json' };
import nb from '../../locales/meeting.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

const words = wordsFrom({ en, nb });

/** The sentences of a meeting in the reader's language; they come with its page. */
export const useMeetingWords = (): SayFrom<typeof en> => words(useReader().language);
