import en from '../../locales/timeline.en.json' with { type: 'json' };
import nb from '../../locales/timeline.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type Language, type SayFrom, wordsFrom } from '../words.ts';

export type TimelineSay = SayFrom<typeof en>;

const words = { en: wordsFrom({ en, nb }, 'en'), nb: wordsFrom({ en, nb }, 'nb') };

export const timelineWordsIn = (language: Language): TimelineSay => words[language];

/** The sentences of these pages in the reader's language; they come with the pages. */
export const useTimelineWords = (): TimelineSay => timelineWordsIn(useReader().language);
