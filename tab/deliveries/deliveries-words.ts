import en from '../../locales/deliveries.en.json' with { type: 'json' };
import nb from '../../locales/deliveries.nb.json' with { type: 'json' };
import { useReader } from '../reader.ts';
import { type SayFrom, wordsFrom } from '../words.ts';

export type DeliveriesSay = SayFrom<typeof en>;

const words = wordsFrom({ en, nb });

/** The sentences of this page in the reader's language; they come with the page. */
export const useDeliveriesWords = (): DeliveriesSay => words(useReader().language);
