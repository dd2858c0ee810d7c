import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRecords, separatorOf, separators } from '../../bot/contracts/csv-records.ts';
import type { Separator } from '../../bot/contracts/csv-records.ts';

const read = (text: string, separator: Separator = ';') => [...csvRecords(text, separator, 5)];

/** Made of what CSV trips over. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\t', '"', '\r', '\n', '\r\n', 'å'), maxLength: 6 }),
  fc.string({ maxLength: 8 }),
);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const written = (rows: readonly (readonly string[])[], separator: string, lineEnd: string, always: boolean): string =>
  rows.map((cells) => cells.map((one) => (always || /[\s",;]/.test(one) ? quoted(one) : one)).join(separator) + lineEnd).join('');

describe('records of a CSV text', () => {
  it('are the cells that were written, whatever stands in them, with every separator and line end', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...separators),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (rows, separator, lineEnd, always) => {
          const found = [...csvRecords(written(rows, separator, lineEnd, always), separator, 5)];
          // A single empty cell is an empty line.
          const expected = rows.filter((cells) => cells.length > 1 || cells[0] !== '');
          assert.deepEqual(
            found.map((record) => ('cells' in record ? record.cells : record)),
            expected,
          );
        },
      ),
    );
  });

  it('are the same as another reader finds', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
        const text = written(rows, ';', lineEnd, false);
        const other = parse(text, { delimiter: ';', skip_empty_lines: true, record_delimiter: lineEnd });
        assert.deepEqual(
          read(text).map((record) => ('cells' in record ? record.cells : record)),
          other,
        );
      }),
    );
  });

  it('know the line they begin on, also after line breaks in quotes and empty lines', () => {
    assert.deepEqual(read('a;b\r\n\r\n"x\r\ny\nz";2\r\n3;4'), [
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x\r\ny\nz', '2'] },
      { line: 6, cells: ['3', '4'] },
    ]);
  });

  it('end with the line on which a quotation mark is out of place or never closed', () => {
    for (const line of ['1;2"', '"1"2;3', '1;"2', '"1";"2" ']) {
      assert.deepEqual(read(`a;b\n${line}\n3;4\n`), [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, fault: 'quote' },
      ]);
    }
  });

  it('end with the line that has more columns than allowed, before a million of them are kept', () => {
    assert.deepEqual(read(`${';'.repeat(4)}\n${';'.repeat(1_000_000)}\n1`), [
      { line: 1, cells: ['', '', '', '', ''] },
      { line: 2, fault: 'too many columns' },
    ]);
  });

  it('are separated by what stands most often in the first line, quotes aside', () => {
    assert.equal(separatorOf('a;b;c\n1,2,3,4,5'), ';');
    assert.equal(separatorOf('\r\n"a;b;c;d",e,f\n'), ',');
    assert.equal(separatorOf('a\tb'), '\t');
    assert.equal(separatorOf('one column'), ',');
    assert.equal(separatorOf(''), ',');
  });
});
