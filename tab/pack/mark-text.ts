import { type Band, wordOf } from '../band.ts';
import type { Words } from '../deck/deck-words.ts';
import type { Mark } from '../deck/slide.ts';

/** Beside the colour and the word; all three are in the fonts of PowerPoint and LibreOffice. */
export const signOf: Readonly<Record<Band, string>> = { strength: '\u2713', discuss: '\u25C6', attention: '!' };

/** A value in one line: the number, its band as symbol and word, and what stands behind it. */
export function readAs({ reader: { say } }: Words, { text, note, band, self }: Mark): string {
  if (self) return text;
  const word = band && `${signOf[band]} ${say(wordOf[band])}`;
  return [text, word, note !== undefined && `(${note})`].filter(Boolean).join(' ');
}
