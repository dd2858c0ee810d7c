import en from '../../locales/summary.en.json' with { type: 'json' };
import nb from '../../locales/summary.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type SummarySay = SayFrom<typeof en>;

export const summaryWordsIn = wordsFrom({ en, nb });

/** The sentences of these pages in the reader's language; they come with the pages. */
export const useSummaryWords = (): SummarySay => summaryWordsIn(useReader().language);
