import en from '../../locales/timeline.en.json' with { type: 'json' };
import nb from '../../locales/timeline.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type TimelineSay = SayFrom<typeof en>;

export const timelineWordsIn = wordsFrom({ en, nb });

/** The sentences of these pages in the reader's language; they come with the pages. */
export const useTimelineWords = (): TimelineSay => timelineWordsIn(useReader().language);
