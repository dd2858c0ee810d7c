import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Snapshot } from '../../bot/contracts/tab-api.ts';
import { readerIn } from '../../tab/reader.ts';
import { csvOf } from '../../tab/spreadsheet/csv.ts';
import { csvFile } from '../../tab/spreadsheet/csv-file.ts';
import { deckWordsIn } from '../../tab/deck/deck-words.ts';
import { wholeSlides } from '../../tab/deck/whole-slides.ts';
import type { Language } from '../../tab/language.ts';
import { nothing, pooled, snapshotOf } from './fixtures.ts';
import { numbersIn, published } from './numbers.ts';
import { checkBack, dangerous, full, healthCheck, practices, twelve } from './results-fixtures.ts';

const rounds = { full, twelve, healthCheck, practices, checkBack, pooled: snapshotOf(pooled), nothing: snapshotOf(nothing) };
const delimiters = { en: ',', nb: ';' } as const;

const textOf = async (snapshot: Snapshot, language: Language): Promise<string> =>
  Buffer.from(await csvFile(readerIn(language, 'Europe/Oslo'), '', snapshot).content.arrayBuffer()).toString('utf8');

/** The file as a spreadsheet in that language reads it. */
const rowsOf = async (snapshot: Snapshot, language: Language): Promise<string[][]> =>
  parse(await textOf(snapshot, language), { bom: true, delimiter: delimiters[language] });

const numberOf = (text: string | undefined, language: Language): number =>
  Number(language === 'nb' ? text?.replace(',', '.') : text);

describe('the spreadsheet of published values', () => {
  it('begins with a byte order mark, separates and writes decimals as spreadsheets in that language do', async () => {
    const [english, norwegian] = [await textOf(full, 'en'), await textOf(full, 'nb')];
    assert.ok(english.startsWith('\uFEFF"Round","What",') && norwegian.startsWith('\uFEFF"Runde";"Hva";'));
    assert.match(english, /^2,"Relation","Hospital trust","Municipality A",,3\.3,11,"Discuss",\r$/m);
    assert.match(norwegian, /^2;"Relasjon";"Hospital trust";"Municipality A";;3,3;11;"Drøft";\r$/m);
  });

  it('says the same in both languages', async () => {
    for (const snapshot of Object.values(rounds)) {
      const valuesIn = async (language: Language) =>
        (await rowsOf(snapshot, language)).slice(1).map((row) => [numberOf(row[5], language), row[6]]);
      assert.deepEqual(await valuesIn('nb'), await valuesIn('en'));
    }
  });

  it('says “at least k people” where how many answered would tell whether somebody did', async () => {
    const { results } = practices;
    assert.ok(results.mode === 'network' && results.instrument === 'six practices');
    const uncounted: Snapshot = {
      ...practices,
      results: { ...results, items: { ...results.items, PR1: { value: 4, orLower: false } } },
    };
    const inPeople = async (language: Language) =>
      (await rowsOf(uncounted, language)).find((row) => row[5]?.startsWith('4') && Number.isNaN(Number(row[6])))?.[6];
    const { k } = results;
    assert.deepEqual([await inPeople('en'), await inPeople('nb')], [`at least ${k} people`, `minst ${k} personer`]);
    assert.ok(uncounted.results.mode === 'network');
    const slides = wholeSlides(deckWordsIn(readerIn('en', 'Europe/Oslo')), uncounted.results, []);
    assert.match(JSON.stringify(slides), new RegExp(`"note":"at least ${k} people"`));
  });

  it('holds no number that is not in the snapshot, and every number of its results', async () => {
    for (const [name, snapshot] of Object.entries(rounds)) {
      const inFile = (await rowsOf(snapshot, 'nb'))
        .slice(1)
        .flatMap((row) => [row[0], row[5], row[6]].filter((text) => text !== ''));
      const numbers = new Set(inFile.map((text) => String(numberOf(text, 'nb') + 0)));
      assert.deepEqual(
        [...numbers].filter((number) => !published(snapshot).has(number)),
        [],
        name,
      );
      const { k, ...results } = snapshot.results;
      assert.ok(k >= 3);
      const missing = numbersIn(results).filter((number) => !numbers.has(String(number + 0)));
      assert.deepEqual(missing, [], name);
    }
  });

  it('leaves a hidden value empty and says why; every line has a value, words or a reason', async () => {
    for (const [name, snapshot] of Object.entries(rounds)) {
      for (const row of (await rowsOf(snapshot, 'en')).slice(1)) {
        assert.equal(row.length, 9, name);
        assert.notEqual((row[5] ?? '') + (row[7] ?? ''), row[8], `${name}: ${row.join('|')}`);
        if (row[8] !== '') assert.deepEqual([row[5], row[6]], ['', ''], `${name}: ${row.join('|')}`);
      }
    }
    const hidden = (await rowsOf(full, 'en')).find(
      (row) => row[1] === 'Relation' && row[2] === 'Welfare office' && row[3] === 'Municipality B',
    );
    assert.deepEqual(hidden?.slice(5), ['', '', '', 'fewer than 3 answered']);
  });

  it('never starts a text with a sign of a formula, whatever organisations are called', async () => {
    for (const language of ['en', 'nb'] as const) {
      const texts = (await rowsOf(dangerous, language))
        .slice(1)
        .flatMap((row) => [1, 2, 3, 4, 7, 8].map((column) => row[column] ?? ''));
      assert.ok(texts.includes(`'=HYPERLINK("http://x","y")`) && texts.includes(`'-@ "quoted"; \uFFFD`));
      assert.deepEqual(
        texts.filter((text) => /^\s*[=+\-@]|^[\t\r]/.test(text)),
        [],
      );
    }
  });

  it('gives back every text as it was, but for an apostrophe before a formula', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ';', ',', '\uFF1D');
    const text = fc
      .tuple(fc.string(), sign, fc.string({ unit: 'grapheme' }))
      .map(([one, two, three]) => (one.length % 2 ? two + three : one + two));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), fc.constantFrom('en', 'nb'), (fields, language) => {
        const [back = []]: string[][] = parse(csvOf([fields], language), {
          bom: true,
          delimiter: delimiters[language],
          record_delimiter: '\r\n',
        });
        assert.equal(back.length, fields.length);
        fields.forEach((field, at) => {
          const dangerousStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(field);
          assert.equal(back[at], dangerousStart ? `'${field}` : field);
        });
      }),
    );
  });
});
