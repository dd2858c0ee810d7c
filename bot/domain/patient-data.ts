/**
 * Patient data is not wanted (product.md, section 6): text with an identity number in it is refused wherever people write freely.
 * Control digits tell such numbers from others, so one that means something else is valid by chance now and then: one in eleven of
 * those with ten digits, however they are grouped (phone numbers of some countries), about one in forty Norwegian
 * account numbers, one in 400 others with eleven digits. After + and a country code it is taken for a phone number.
 */
export const looksLikePatientData = (text: string): boolean => {
  const written = asTyped(text);
  return (
    numbersLike(norwegian, written).some(isNorwegianIdentityNumber) ||
    numbersLike(british, written).some(isNhsNumber) ||
    [...written.matchAll(run)].some(([found]) => isEither(found))
  );
};

/**
 * Digits of other keyboards as plain ones, nothing that cannot be seen and no marks on digits, one kind of hyphen, slash and dot,
 * and any white space as one blank.
 */
const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)))
    .replace(/[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/[\u00b7\u2022\u2027\u22c5]/gu, '.')
    .replace(/[\s\u2800]+/gu, ' ');

/** Unicode keeps the ten digits of a script together, so the value is the distance from the first of them. */
const valueOf = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return code - first;
};

/** What people put between groups of digits. */
const gap = String.raw` ?[-./]? ?`;
const digitsIn = (groups: readonly number[]): string => groups.map((count) => String.raw`\d{${count}}`).join(gap);

/** Looking ahead finds a number at every place where one may begin, also inside what looks like another. */
const norwegian = new RegExp(String.raw`(?<!\d)(?=(${digitsIn([2, 2, 2, 3, 2])})(?!\d))`, 'g');
const british = new RegExp(String.raw`(?<!\d|\+\d{0,3} ?)(?=(${digitsIn([3, 3, 4])})(?!\d))`, 'g');

const numbersLike = (pattern: RegExp, text: string): readonly (readonly number[])[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => Array.from(found.replace(/\D/g, ''), Number));

/** Digits with at most one sign between them, as far as they go: however they are grouped. After + or before a colon they are no such number. */
const run = /(?<!\d[ ./-]?|\d:)\+?\d(?:[ ./-]?\d)*(?!:\d)(?![ ./-]?\d)/g;

const isEither = (found: string): boolean => {
  const digits = Array.from(found.replace(/\D/g, ''), Number);
  if (digits.length === 11) return isNorwegianIdentityNumber(digits);
  return digits.length === 10 && !found.startsWith('+') && isNhsNumber(digits);
};

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

/** NHS Data Dictionary, "NHS number": weights 10 to 2, and the control digit makes the sum a multiple of 11. */
const nhsWeights = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] as const;

const isNhsNumber = (digits: readonly number[]): boolean => weighted(digits, nhsWeights) % 11 === 0;

/** Skatteetaten, "Fødselsnummer": two control digits, each of which makes its weighted sum a multiple of 11. */
const firstControl = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const;
const secondControl = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

const isNorwegianIdentityNumber = (digits: readonly number[]): boolean =>
  weighted(digits, firstControl) % 11 === 0 && weighted(digits, secondControl) % 11 === 0 && hasDate(digits);

/** Added to the day: 40 in D-numbers. Added to the month: 40 in H-numbers, 65 and 80 in synthetic ones for testing. */
const dayMarks = [0, 40] as const;
const monthMarks = [0, 40, 65, 80] as const;

/** Longest months; the century is not looked at, so 29 February is a date in every fourth of the hundred years. */
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const hasDate = ([d1 = 0, d2 = 0, m1 = 0, m2 = 0, y1 = 0, y2 = 0]: readonly number[]): boolean => {
  const year = y1 * 10 + y2;
  return dayMarks.some((dayMark) =>
    monthMarks.some((monthMark) => {
      const day = d1 * 10 + d2 - dayMark;
      const month = m1 * 10 + m2 - monthMark;
      const longest = month === 2 && year % 4 !== 0 ? 28 : (longestMonths[month - 1] ?? 0);
      return day >= 1 && day <= longest;
    }),
  );
};
