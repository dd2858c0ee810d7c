import assert from 'node:assert/strict';
import fc from 'fast-check';
import { looksLikePatientData } from '../../bot/domain/patient-data.ts';

/** Control digits by trying them, and the sums written out: another way than the one under test. */
const norwegianFrom = (nine: string): string | undefined => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = Array.from(nine, Number);
  for (let j = 0; j < 10; j += 1) {
    if ((3 * a + 7 * b + 6 * c + d + 8 * e + 9 * f + 4 * g + 5 * h + 2 * i + j) % 11 !== 0) continue;
    for (let k = 0; k < 10; k += 1) {
      if ((5 * a + 4 * b + 3 * c + 2 * d + 7 * e + 6 * f + 5 * g + 4 * h + 3 * i + 2 * j + k) % 11 === 0)
        return `${nine}${j}${k}`;
    }
  }
  return undefined;
};
const nhsFrom = (nine: string): string | undefined => {
  const sum = Array.from(nine, Number).reduce((so, digit, at) => so + digit * (10 - at), 0);
  const control = (11 - (sum % 11)) % 11;
  return control === 10 ? undefined : `${nine}${control}`;
};

const two = (count: number): string => String(count).padStart(2, '0');
const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const nineDigits = (dayMark: number, monthMark: number) =>
  fc.tuple(date, fc.integer({ min: 0, max: 999 })).map(([born, serial]) => {
    const [day, month, year] = [born.getUTCDate() + dayMark, born.getUTCMonth() + 1 + monthMark, born.getUTCFullYear() % 100];
    return `${two(day)}${two(month)}${two(year)}${String(serial).padStart(3, '0')}`;
  });
const kept = (candidates: fc.Arbitrary<string | undefined>): fc.Arbitrary<string> =>
  candidates.filter((number): number is string => number !== undefined);

const marks = {
  ordinary: [0, 0],
  'a D-number': [40, 0],
  'an H-number': [0, 40],
  synthetic: [0, 80],
  'synthetic, health': [0, 65],
} as const;
const norwegian = fc.oneof(
  ...Object.values(marks).map(([dayMark, monthMark]) => kept(nineDigits(dayMark, monthMark).map(norwegianFrom))),
);
/** 999 is the range for tests: nobody has such a number. */
const nhs = kept(fc.integer({ min: 0, max: 999_999 }).map((rest) => nhsFrom(`999${String(rest).padStart(6, '0')}`)));

/** Words without digits, and without + before the number, which makes a phone number of it. */
const words = fc.string({ unit: fc.constantFrom(...Array.from('abæ .,:;()/-_*#\n\t')), maxLength: 12 });
const around = (number: fc.Arbitrary<string>) => fc.tuple(words, number, words).map((parts) => parts.join(''));
const grouped = (digits: string, sizes: readonly number[], gap: string): string => {
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(gap);
};
const withOneDigitWrong = (number: string, at: number, by: number): string =>
  number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);

/** Blanks, dots, hyphens and slashes of every kind, and what cannot be seen. */
const between = [
  ...[' ', '\u00a0', '\u2009', '\u202f', '\u2007', '\u3000', '\t', '\n', '\u2800'],
  ...['.', '\u00b7', '\uff0e', '\u2024', '-', '\u2010', '\u2011', '–', '—', '\u2212', '/', '\u2044', '\u2215', '\uff0f'],
  ...['', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\ufe0f', '\u3164', '\u20e3'],
];
/** Nought of some of the scripts that have digits of their own. */
const noughts = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0xe50, 0x1d7ce, 0x1d7ec, 0x1fbf0];

describe('patient data', () => {
  for (const [kind, [dayMark, monthMark]] of Object.entries(marks)) {
    it(`is a Norwegian identity number, ${kind}, whatever stands around it`, () => {
      fc.assert(fc.property(around(kept(nineDigits(dayMark, monthMark).map(norwegianFrom))), looksLikePatientData));
    });
  }

  it('is one with a blank, a dot or a hyphen after six digits, or with its date written as a date', () => {
    const gaps = fc.constantFrom(' ', '.', '-', '–', '\u00a0', '  ', ' - ', '\n');
    const sizes = fc.constantFrom([6, 5], [2, 2, 2, 5], [6, 3, 2]);
    fc.assert(fc.property(norwegian, gaps, sizes, (number, gap, groups) => looksLikePatientData(grouped(number, groups, gap))));
  });

  it('is an NHS number, in one piece or in groups of three, three and four', () => {
    const gaps = fc.constantFrom('', ' ', '-', '–', '\u00a0', '  ');
    fc.assert(fc.property(nhs, gaps, (number, gap) => looksLikePatientData(`about ${grouped(number, [3, 3, 4], gap)}.`)));
  });

  it('is either of them in any groups with one sign between, where nothing else stands beside the groups', () => {
    const gaps = fc.constantFrom(...between);
    const sizes = (length: number) =>
      fc.array(fc.boolean(), { minLength: length - 1, maxLength: length - 1 }).map((cuts) => cuts.map((cut) => (cut ? 1 : 0)));
    const cutBy = (number: string, cuts: readonly number[], gap: string): string =>
      Array.from(number, (digit, at) => digit + (cuts[at] === 1 ? gap : '')).join('');
    fc.assert(
      fc.property(norwegian, sizes(11), gaps, (number, cuts, gap) => looksLikePatientData(`(${cutBy(number, cuts, gap)})`)),
    );
    fc.assert(
      fc.property(nhs, sizes(10), gaps, (number, cuts, gap) => looksLikePatientData(`about ${cutBy(number, cuts, gap)}.`)),
    );
    assert.ok(looksLikePatientData('0101 075 0160'));
    for (const beside of ['7 0101 075 0160', '0101 075 0160 7', '0101.075.0160.7', '0101/075/0160/7', '+44 9991 234 567'])
      assert.equal(looksLikePatientData(beside), false, beside);
  });

  it('is no date with an hour after it, whatever its digits', () => {
    for (let hour = 10; hour < 24; hour += 1)
      for (const text of [`01.02.2027 ${hour}:00`, `2027-02-01 ${hour}:30`])
        assert.equal(looksLikePatientData(text), false, text);
  });

  it('is found after other numbers, and in digits of another keyboard', () => {
    fc.assert(
      fc.property(norwegian, nhs, (one, other) => {
        const wide = Array.from(one, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
        const arabic = Array.from(one, (digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
        const invisible = Array.from(one).join('\u200b');
        return [`Ward 12 ${one}`, `2 ${other}`, wide, arabic, invisible].every(looksLikePatientData);
      }),
    );
  });

  it('is found with each digit from any keyboard and any one sign after it', () => {
    const howWritten = fc.array(fc.tuple(fc.constantFrom(...noughts), fc.constantFrom(...between)), {
      minLength: 11,
      maxLength: 11,
    });
    fc.assert(
      fc.property(fc.oneof(norwegian, nhs), howWritten, (number, ways) => {
        const signs = Array.from(number, (digit, at) => {
          const [nought = 0x30, gap = ''] = ways[at] ?? [];
          return String.fromCodePoint(nought + Number(digit)) + (at + 1 < number.length ? gap : '');
        });
        return looksLikePatientData(`About ${signs.join('')}, who`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not what has one digit wrong', () => {
    for (const [numbers, length] of [
      [norwegian, 11],
      [nhs, 10],
    ] as const) {
      const place = fc.record({ at: fc.nat(length - 1), by: fc.integer({ min: 1, max: 9 }) });
      const wrong = fc.tuple(numbers, place).map(([number, { at, by }]) => withOneDigitWrong(number, at, by));
      fc.assert(fc.property(around(wrong), (text) => !looksLikePatientData(text)));
    }
  });

  it('is no number of eleven digits without a real date in it', () => {
    const noDates = ['000170', '320170', '310470', '300270', '290271', '011370', '010070', '410070', '721270', '019370'];
    for (const start of noDates) {
      for (let serial = 0; serial < 40; serial += 1) {
        const number = norwegianFrom(`${start}${String(serial).padStart(3, '0')}`);
        if (number !== undefined) assert.equal(looksLikePatientData(number), false, number);
      }
    }
    assert.ok(looksLikePatientData(norwegianFrom('290272001') ?? norwegianFrom('290272002') ?? ''));
  });

  it('is no longer and no shorter number', () => {
    fc.assert(
      fc.property(norwegian, nhs, fc.nat(9), (one, other, digit) => {
        for (const text of [`${one}${digit}`, `${digit}${one}`, `${digit}${other}${digit}`, one.slice(1, 10), other.slice(1)])
          assert.equal(looksLikePatientData(text), false, text);
      }),
    );
  });

  it('is no phone number, organisation number, date, sum or address', () => {
    for (const text of [
      '22 33 44 55, +47 22 33 44 55, 0047 22334455, 800 12 345',
      '+44 113 496 0000, 0113 496 0000, 07700 900123, +44 7700 900123',
      'Org.nr. 974 760 673, NO 974760673 MVA',
      '01.02.2027 15:00 to 16.02.2027, 2027-02-01 2027-02-15',
      'Between 2019 and 2027: 1 234 567 890 kroner, 15 000 stays',
      'Storgata 10, 7030 Trondheim. Room 101, ward 12',
      'No digits at all',
      '',
    ])
      assert.equal(looksLikePatientData(text), false, text);
  });

  it('takes a number after a country code for a phone number, though it may be valid by chance', () => {
    fc.assert(fc.property(nhs, (number) => !looksLikePatientData(`+44 ${grouped(number, [3, 3, 4], ' ')}, +1${number}`)));
  });

  it('is looked for in long and odd texts without getting lost', () => {
    for (const odd of ['0 ', '0-', '01.01.70 ', '+', '٠', ' ', '999 ']) looksLikePatientData(odd.repeat(20_000 / odd.length));
  });
});
