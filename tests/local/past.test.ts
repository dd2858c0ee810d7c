import assert from 'node:assert/strict';
import { readImportedFile } from '../../bot/contracts/imported-file.ts';
import { importRequest } from '../../bot/contracts/round-import.ts';
import { about, pastRound } from '../../local/past.ts';
import { sampleState } from '../../local/sample.ts';

describe('the sample of earlier years', () => {
  const state = sampleState('a bot');
  const close = new Date('2024-02-06T15:00:00Z');
  const read = (year: number) => readImportedFile(importRequest.parse(pastRound(state, year, close)));

  for (const [year, answers] of [
    [0, 39],
    [1, 51],
    [2, 51],
  ] as const)
    it(`is a file as a person would import, every row of it good, in year ${year + 1}`, () => {
      const { wrong, rows } = read(year);
      const all = [...rows];
      assert.deepEqual(wrong, []);
      assert.deepEqual(
        all.filter((row) => 'reasons' in row),
        [],
      );
      assert.equal(all.length, answers);
    });

  it('is the same every time, and differs from year to year', () => {
    assert.deepEqual(pastRound(state, 1, close), pastRound(state, 1, close));
    assert.notEqual(pastRound(state, 1, close).text, pastRound(state, 2, close).text);
  });

  it('lets every organisation of the sample say who it is, and that it is a sample', () => {
    assert.equal(about.length, state.organisations.length);
    for (const { does } of about) assert.match(does, /\(a sample\)/);
  });
});
