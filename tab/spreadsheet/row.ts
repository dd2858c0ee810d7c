import type { Words } from '../deck/deck-words.ts';

/** One published value, or one hidden one with the reason. */
export interface Row {
  readonly what: string;
  readonly who?: string;
  readonly about?: string;
  readonly question?: string;
  readonly value?: number;
  /** Words where how many there are would tell who answered. */
  readonly people?: number | string;
  readonly words?: string;
  /** Why there is no value. */
  readonly hidden?: string;
}

export const valueOrHidden = (value: number | null | undefined, hidden: string): Pick<Row, 'value' | 'hidden'> =>
  value == null ? { hidden } : { value };

export const tooFew = ({ reader: { say } }: Words, k: number): string => say('hidden.reason', { k });

/** The word, with "or lower" where the value stands at the floor. */
export const wordOrLower = ({ deck, reader: { say } }: Words, orLower: boolean, word?: string): Pick<Row, 'words'> => {
  if (orLower) return { words: word === undefined ? say('cell.orLower') : deck('csv.orLower', { word }) };
  return word === undefined ? {} : { words: word };
};
