import en from '../../locales/manage.en.json' with { type: 'json' };
import nb from '../../locales/manage.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type ManageSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of these pages in the reader's language; they come with the pages. */
export const useManageWords = (): ManageSay => words(useReader().language);
