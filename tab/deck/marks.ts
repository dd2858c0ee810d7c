import type { Band } from '../band.ts';
import type { Drawn, Mark } from './slide.ts';
import type { Words } from './deck-words.ts';

/** Hidden, with the reason: never zero, never blank. */
export const hiddenMark = ({ reader: { say } }: Words, reason: string): Drawn => ({
  text: say('hidden'),
  note: reason,
  hidden: true,
  value: null,
});

export const tooFew = (words: Words, k: number): Drawn => hiddenMark(words, words.reader.say('hidden.reason', { k }));

interface Published {
  readonly n: number;
  readonly index: number;
  readonly orLower: boolean;
  readonly band: Band;
}

/** A published mean with how many answered and, at the floor, that it may be lower. */
export function viewMark({ reader: { say, number } }: Words, { n, index, orLower, band }: Published): Drawn {
  const answers = say('cell.answers', { count: n });
  return {
    text: number(index),
    note: orLower ? `${say('cell.orLower')}, ${answers}` : answers,
    band,
    value: index,
  };
}

/** A number, or hidden with the reason where there is none. */
export const orHidden = (words: Words, value: number | null | undefined, reason: string): Mark =>
  value == null ? hiddenMark(words, reason) : { text: words.reader.number(value) };
