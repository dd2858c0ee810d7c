import en from '../../locales/check-out.en.json' with { type: 'json' };
import nb from '../../locales/check-out.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type CheckOutSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences about check-outs in the reader's language; they come with the page that shows one. */
export const useCheckOutWords = (): CheckOutSay => words(useReader().language);
