import en from '../../locales/actions.en.json' with { type: 'json' };
import nb from '../../locales/actions.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type ActionsSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of the pages of agreed actions in the reader's language; they come with the pages. */
export const useActionsWords = (): ActionsSay => words(useReader().language);
