/** What was typed into a search box, as words that must all be found; more than these narrow nothing down. */
const mostWords = 8;
const longestWord = 60;

export const wantedWords = (typed: string): readonly string[] =>
  typed
    .toLowerCase()
    .split(/[\s\p{Cc}\p{Cs}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => Array.from(word).slice(0, longestWord).join(''));

/** "2" is the second round, and neither the twelfth nor one of the year 2027. */
const isShortNumber = (word: string): boolean => /^\d{1,3}$/.test(word);

/** Whether every word stands in it, whatever the case of its letters; a short number as a word of its own. */
export const isFound = (words: readonly string[], text: string): boolean => {
  const where = text.toLowerCase();
  const whole = new Set(where.split(/[^\p{L}\p{N}-]+/u));
  return words.every((word) => (isShortNumber(word) ? whole.has(word) : where.includes(word)));
};
