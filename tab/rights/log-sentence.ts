import type { LogPerson, LogRow } from '../../bot/contracts/log-api.ts';
import type { RightsSay } from './rights-words.ts';

export const nameIn = (words: RightsSay, person: LogPerson): string =>
  person.is === 'person' ? person.name : words(`log.by.${person.is}`);

/** One sentence for each kind of entry; what it is about is put in where the sentence has room for it. */
export const sentenceOf = (words: RightsSay, { what, round, meeting, action, organisation, whom }: LogRow): string =>
  words(`note.${what}`, {
    ...{ round: round ?? '', meeting: meeting ?? '', action: action ?? '' },
    organisation: organisation ?? words('log.an-organisation'),
    whom: nameIn(words, whom ?? { is: 'left' }),
  });
