import { looksLikePatientData } from '../patient-data.ts';
import { onOneLine } from '../set-up.ts';
import { numbersFrom, shuffled } from './shuffling.ts';

/** What each writes about: the three pair prompts of the method (section 1), and one that fits any focus area. */
export const silentQuestions = ['harder', 'most help', 'start or stop', 'help here'] as const;
export type SilentQuestion = (typeof silentQuestions)[number];

/** Characters (UTF-16 units) and lines of one text. */
export const silentLimits = { text: 280, lines: 5 } as const;

/** Each writes on their own about one focus area of a meeting, before anybody sees anything (product.md, section 5). */
export type SilentWriting = {
  readonly meeting: number;
  /** The id of the focus area within its meeting. */
  readonly area: number;
  readonly question: SilentQuestion;
  /** Fewest texts of which any is shown; frozen when it opened. */
  readonly k: number;
  readonly opened: Date;
  /** Decides the order of speaking; it has nothing to do with the texts. */
  readonly seed: number;
  /** What was written, in an order that says nothing, by nobody any more; empty: too few wrote. Absent: people are still writing. */
  readonly shown?: readonly string[];
};

/** Blanks and empty lines that carry nothing are left out. */
export const silentText = (typed: string): string =>
  typed
    .split(/\r\n?|\n/)
    .map(onOneLine)
    .filter((line) => line !== '')
    .join('\n');

/** Why a text is not kept; each is a sentence in locales/ under `refused.<reason>`. `text`: as `silentText` gives it. */
export const silentRefusal = (
  text: string,
): 'silent text empty' | 'silent text too long' | 'looks like patient data' | undefined => {
  if (text === '') return 'silent text empty';
  if (text.length > silentLimits.text || text.split('\n').length > silentLimits.lines) return 'silent text too long';
  return looksLikePatientData(text) ? 'looks like patient data' : undefined;
};

/**
 * Whether all texts appear by themselves: as many as are present. `present` undefined: nobody has said who is here, so who leads the
 * meeting ends it. With fewer than k it waits as well: ending it would show nothing, and that is for somebody to say.
 */
export const allHaveWritten = (written: number, present: number | undefined, k: number): boolean =>
  present !== undefined && written >= present && written >= k;

/** All of them or none (method.md, P9), in an order that only the texts and the seed decide: not who wrote them, nor when. */
export const shownTexts = (texts: readonly string[], k: number, seed: number): readonly string[] =>
  texts.length < k ? [] : shuffled([...texts].sort(), numbersFrom(seed));
