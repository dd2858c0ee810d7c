import en from '../../locales/meetings.en.json' with { type: 'json' };
import nb from '../../locales/meetings.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type MeetingsSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of the meetings' page in the reader's language; they come with it. */
export const useMeetingsWords = (): MeetingsSay => words(useReader().language);
