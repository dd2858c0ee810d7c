import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readImportedFile } from '../../bot/contracts/imported-file.ts';
import { readRoundFile } from '../../bot/contracts/round-file.ts';
import { anyDialect, anyRow, asCsv, columns, csvRows, head, norwegian, wrongIn } from './imported-files.ts';
import type { JsonRow } from './imported-files.ts';

const organisations = { H: 'Hospital trust', A: 'Municipality A' };
const json = (changes: object = {}) => JSON.stringify({ ...head, organisations, rows: [], ...changes });
const reasonsOf = (text: string, format: 'csv' | 'json' = 'json', beside?: unknown) =>
  readImportedFile({ format, text, head: beside }).wrong.map(({ is }) => is);

const good: JsonRow = {
  ...{ respondent: 'h1', org: 'H', role: 'leader', target: 'A', not_working_together: false },
  ...{ answers: { R1: 4, R2: 4 }, submitted: '2026-02-02T09:00:00Z' },
};
/** A spreadsheet with one good row, and one of which some cells are written so. */
const withCells = (cells: Readonly<Record<string, string>>): string => {
  const plain = { ...norwegian, bom: false, decimals: '' } as const;
  const own = asCsv([good], plain).split('\r\n')[1]?.split(';') ?? [];
  const row = columns.map((column, place) => cells[column] ?? own[place] ?? '');
  return `${asCsv([good], plain)}${row.join(';')}\r\n`;
};

describe('a file of answers collected elsewhere', () => {
  it('gives the same rows as a spreadsheet of any dialect and as JSON, and those the results command reads', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyDialect, (rows, dialect) => {
        const read = csvRows(asCsv(rows, dialect)).map((one) => ('row' in one ? one.row : one));
        const asJson = [...readImportedFile({ format: 'json', text: json({ rows }), head: undefined }).rows];
        assert.deepEqual(
          read,
          asJson.map((one) => ('row' in one ? one.row : one)),
        );
        assert.equal(read.length, rows.length);
      }),
    );
    const text = json({ rows: [good] });
    const command = readRoundFile(text, JSON.parse(text));
    assert.ok('round' in command);
    assert.deepEqual(
      csvRows(asCsv([good])).map((one) => ('row' in one ? one.row : one)),
      command.round.rows,
    );
  });

  it('takes 4, 4.0 and 4,0 for 4, and nothing else for a rating', () => {
    for (const four of ['4', '4.0', '4,0', ' 4 ', '4,00', '"4,0"']) assert.deepEqual(wrongIn(withCells({ R1: four })), [], four);
    for (const wrong of ['4,5', '4.5', '0', '6', '-1', '44', 'NaN', 'four', '4,', ',0', '1e0', '٤', 'null', '0x4', '4 0'])
      assert.deepEqual(wrongIn(withCells({ R1: wrong })), ['3: rating'], wrong);
  });

  it('takes true, 1, yes and ja, and false, 0, no and nei, in any case', () => {
    for (const no of ['false', '0', 'no', 'nei', 'NEI', 'False'])
      assert.deepEqual(wrongIn(withCells({ not_working_together: no })), [], no);
    for (const yes of ['true', '1', 'Yes', 'ja'])
      assert.deepEqual(wrongIn(withCells({ not_working_together: yes, R1: '', R2: '' })), [], yes);
    for (const wrong of ['2', 'j', 'sann', '-'])
      assert.deepEqual(wrongIn(withCells({ not_working_together: wrong })), ['3: yes or no'], wrong);
    assert.deepEqual(wrongIn(withCells({ not_working_together: '' })), ['3: missing']);
  });

  it('names every bad line with each reason', () => {
    assert.deepEqual(wrongIn(withCells({ role: 'boss', R1: '7', R7: 'x', submitted: '02.02.2026 09:00' })), [
      '3: role, rating, rating, instant',
    ]);
    assert.deepEqual(wrongIn(withCells({ respondent: '', org: ' ', target: '', submitted: '' })), [
      '3: missing, missing, missing, missing',
    ]);
    assert.deepEqual(wrongIn(withCells({ submitted: '2026-02-02T09:00:00' })), ['3: instant']);
    assert.deepEqual(wrongIn(withCells({ not_working_together: 'true' })), ['3: answers apart']);
    assert.deepEqual(wrongIn(`${asCsv([good])}1;2;3\r\n`), ['3: cells']);
    assert.deepEqual(wrongIn(`${asCsv([good])}h1;"H;leader\r\n`), ['3: quote']);
  });

  it('names text with half a character in it, which would make two respondents one', () => {
    for (const column of ['respondent', 'org', 'target'])
      for (const broken of ['\ud800', 'a\udc00b'])
        assert.deepEqual(wrongIn(withCells({ [column]: broken })), ['3: broken text'], column);
    assert.deepEqual(wrongIn(withCells({ respondent: 'h\u{1f600}1' })), []);
  });

  it('says how many were invited for at most 300 organisations', () => {
    const invited = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`organisation ${at}`, { leader: 1 }]));
    assert.deepEqual(reasonsOf(json({ invited: invited(300) })), []);
    assert.deepEqual(reasonsOf(json({ invited: invited(301) })), ['invited']);
    assert.deepEqual(reasonsOf(json({ invited: invited(150_000) })), ['invited']);
  });

  it('is refused at its header where a column is unknown, missing or twice there', () => {
    assert.deepEqual(wrongIn('respondent;Organisation;_note\nh1;H;\n'), [
      '1: unknown column, column missing, column missing, column missing, column missing, column missing',
    ]);
    assert.deepEqual(wrongIn(`R1;r1;${columns.join(';')}`), ['1: column twice']);
    assert.deepEqual(wrongIn(`${columns.join(';')};`), ['1: unknown column']);
    assert.deepEqual(wrongIn('\u0000\u0001\u0002'), [
      '1: unknown column, column missing, column missing, column missing, column missing, column missing, column missing',
    ]);
  });

  it('may leave out items that were not asked, and lines that are empty', () => {
    const short =
      'respondent;org;role;target;not_working_together;R1;submitted\n;;;;;;\nh1;H;Leader;A;0;4,0;2026-02-02T09:00:00Z\n\n';
    assert.deepEqual(
      csvRows(short).map((one) => ('row' in one ? [one.at, one.row.ratings] : one)),
      [[3, { R1: 4 }]],
    );
  });

  it('with a million columns is refused on that line, and with a million and one rows on that one', function () {
    this.timeout(60_000);
    assert.deepEqual(wrongIn(`${';'.repeat(1_000_000)}\n`), ['1: too many columns']);
    assert.deepEqual(wrongIn(asCsv([good]) + ';'.repeat(1_000_000)), ['3: too many columns']);
    const rows = readImportedFile({
      format: 'json',
      text: json({ rows: Array.from({ length: 1_000_001 }, () => 0) }),
      head: undefined,
    }).rows;
    let last;
    for (const row of rows) last = row;
    assert.deepEqual(last, { at: 1_000_001, reasons: [{ is: 'too many rows', values: { most: 1_000_000 } }] });
  });

  it('says of the head everything that is wrong with it', () => {
    assert.deepEqual(reasonsOf('', 'csv'), ['head missing']);
    assert.deepEqual(reasonsOf('', 'csv', head), []);
    assert.deepEqual(reasonsOf('', 'csv', 'k = 3'), ['not a round file']);
    assert.deepEqual(reasonsOf('', 'csv', { ...head, k: 2, close: '2026-02-06T15:00:00', audience: [], extra: 1 }), [
      'k',
      'audience',
      'close',
      'unknown head key',
    ]);
    assert.deepEqual(reasonsOf('', 'csv', { ...head, invited: { H: { leader: -1 }, A: {} } }), ['invited']);
    assert.deepEqual(reasonsOf('', 'csv', { ...head, invited: { H: {} } }), ['organisations']);
    assert.deepEqual(reasonsOf(json({ mode: 'both', rows: 3, k: 2.5 })), ['k', 'mode', 'rows']);
    assert.deepEqual(reasonsOf(json(), 'json', head), ['head twice']);
  });

  it('of JSON is refused where it is none, NaN included, and where it is deeper or larger than any round', () => {
    for (const text of ['', '{', '{"k": NaN}', '[', 'null"']) assert.deepEqual(reasonsOf(text), ['not JSON'], text);
    for (const text of ['[]', 'null', '3', '"text"']) assert.deepEqual(reasonsOf(text), ['not a round file'], text);
    assert.deepEqual(reasonsOf('['.repeat(5_000_000)), ['too large']);
    assert.deepEqual(reasonsOf(`{"_":${'{"a":'.repeat(1_000_000)}`), ['too large']);
    assert.deepEqual(reasonsOf(`[${'[],'.repeat(3_100_000)}[]]`), ['too large']);
  });

  it('passes over a mark of byte order and remarks, and keeps the organisations in their order', () => {
    const file = readImportedFile({ format: 'json', text: `\uFEFF${json({ _note: [] })}`, head: undefined });
    assert.deepEqual(file.wrong, []);
    const numbers = json({ organisations: undefined, invited: {} }).replace('{', '{"organisations":{"10":"Ten","2":"Two"},');
    assert.deepEqual(readImportedFile({ format: 'json', text: numbers, head: undefined }).head?.organisations, [
      { key: '10', name: 'Ten' },
      { key: '2', name: 'Two' },
    ]);
  });

  it('that is any nonsense is refused in words and breaks nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.anything(),
        fc.constantFrom('csv', 'json'),
        (text, beside, format) => {
          const { rows, wrong } = readImportedFile({ format, text, head: beside });
          const read = [...rows];
          assert.ok(wrong.length > 0 || read.length === 0 || read.some((one) => 'reasons' in one));
        },
      ),
    );
  });
});
