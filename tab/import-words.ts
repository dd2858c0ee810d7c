import en from '../locales/import.en.json' with { type: 'json' };
import nb from '../locales/import.nb.json' with { type: 'json' };
import { useReader } from './reader.ts';
import { type SayFrom, wordsFrom } from './words.ts';

export type ImportSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of the import page in the reader's language; they come with the page. */
export const useImportWords = (): ImportSay => words(useReader().language);
