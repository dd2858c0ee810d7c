import assert from 'node:assert/strict';
import { of, ofText, round, row, seven } from './round-files.ts';
import { patience } from '../store-engines.ts';

const wrongRows = (...rows: readonly unknown[]): readonly string[] => of(round({ rows })).wrong;

describe('a round file with something wrong is refused, and everything wrong is named', () => {
  it('each bad row by its number and reason', () => {
    const wrong = wrongRows(
      row('h1'),
      row('h2', { answers: { R1: 6, R2: 2.5, R3: '4', R8: 1 } }),
      { ...row('h3', { role: 'boss', submitted: '2026-02-02T09:00:00' }), org: undefined },
      row('h4', { not_working_together: true }),
      row('h5', { answers: null }),
      row('h6', { target: 'X', note: 'unknown' }),
      row('h7', { target: 'X' }),
      'a row',
      null,
      row('', { submitted: '2026-02-30T09:00:00Z' }),
    );
    assert.deepEqual(wrong, [
      'row 2: answers.R1 must be a whole number from 1 to 5, or null; answers.R2 must be a whole number from 1 to 5, or null; ' +
        'answers.R3 must be a whole number from 1 to 5, or null; answers has the unknown key "R8"',
      'row 3: org is missing; role must be "leader" or "employee"; ' +
        'submitted must be a date and time with seconds and zone, such as 2026-02-06T15:00:00Z',
      'row 4: answers must be null when not_working_together is true, and an object when it is false',
      'row 5: answers must be null when not_working_together is true, and an object when it is false',
      'row 6: it has the unknown key "note"',
      'row 7: target "X" is not one of the organisations',
      'row 8: it must be an object',
      'row 9: it must be an object',
      'row 10: respondent must be a text that is not empty; ' +
        'submitted must be a date and time with seconds and zone, such as 2026-02-06T15:00:00Z',
    ]);
  });

  it('a respondent with two organisations or two roles', () => {
    assert.deepEqual(wrongRows(row('h1'), row('h1', { org: 'A', target: 'H', role: 'employee' })), [
      'row 2: org of respondent "h1" is "A" here and "H" in row 1; a respondent has one in a round; ' +
        'role of respondent "h1" is "employee" here and "leader" in row 1; a respondent has one in a round',
    ]);
  });

  it('two different answers handed in at the same instant, because none is the latest', () => {
    const same = { submitted: '2026-02-02T10:00:00+01:00', answers: { ...seven, R1: 1 } };
    assert.deepEqual(wrongRows(row('h1'), row('h1', same)), [
      'row 2: submitted is the same as in row 1, but the answers differ: neither is the latest',
    ]);
  });

  it('rows of two rounds in one file', () => {
    assert.deepEqual(wrongRows(row('h1', { round: 1 }), row('h2', { round: 2 }), row('h3', { round: 1 })), [
      'row 2: round is 2 here and 1 in row 1; a file holds one round',
    ]);
  });

  it('what is wrong outside the rows, together with the rows', () => {
    const organisations = { H: 'Hospital trust', A: 7 };
    const file = { k: 2, mode: 'both', audience: [], organisations, invited: { H: { leader: -1 } }, extra: 1 };
    assert.deepEqual(of({ ...file, rows: [row('h1', { role: 'boss' })] }).wrong, [
      'k must be a whole number of at least 3',
      'mode must be "auto", "matrix" or "pooled"',
      'audience must name a role',
      'organisations.A must be a text, the name',
      'invited.H.leader must be a whole number, 0 or more',
      'close is missing',
      'the file has the unknown key "extra"',
      'row 1: role must be "leader" or "employee"',
    ]);
    assert.deepEqual(of(round({ k: 2, rows: [row('h1', { target: 'X' })] })).wrong, [
      'k must be a whole number of at least 3',
      'row 1: target "X" is not one of the organisations',
    ]);
  });

  it('organisations that invited does not name, and the other way round', () => {
    assert.deepEqual(of(round({ invited: { H: {}, X: {} } })).wrong, [
      'invited."X" is not one of the organisations',
      'invited."A" is missing',
    ]);
  });

  it('a close or a hand-in without a zone, or without a time', () => {
    const sentence = 'must be a date and time with seconds and zone, such as 2026-02-06T15:00:00Z';
    for (const close of ['2026-02-06T15:00:00', '2026-02-06', '2026-02-06T15:00Z', '06.02.2026', 1_770_390_000, '', null])
      assert.deepEqual(of(round({ close })).wrong, [`close ${sentence}`], String(close));
    assert.deepEqual(wrongRows(row('h1', { submitted: '2026-02-02T09:00:00' })), [`row 1: submitted ${sentence}`]);
    assert.equal(of(round({ close: '2026-02-06T16:00:00+01:00' })).status, 0);
  });

  it('a k below 3, or no whole number', () => {
    for (const k of [2, 0, -3, 3.5, '3', null, [3], 1e300])
      assert.deepEqual(of(round({ k })).wrong, ['k must be a whole number of at least 3'], JSON.stringify(k));
    assert.equal(of(round({ k: 3 })).status, 0);
  });

  it('an organisation that is written twice, because one of the two would be lost', () => {
    const text = JSON.stringify(round());
    const twice = text
      .replace('"organisations":{', '"organisations":{"H":"Another",')
      .replace('"invited":{', '"invited":{"A":{},');
    assert.deepEqual(ofText(twice).wrong, ['organisations."H" is written twice', 'invited."A" is written twice']);
    assert.equal(ofText(text.replace('"organisations":{', '"organisations":{"_":1,"_":2,')).status, 0);
  });

  it('local questions are read like any item; other ids are not known', () => {
    assert.deepEqual(wrongRows(row('h1', { answers: { L1: 5, L2: null, L3: 9, L4: 1, HC1: 1 } })), [
      'row 1: answers.L3 must be a whole number from 1 to 5, or null; answers has the unknown key "L4", "HC1"',
    ]);
    const rows = ['h1', 'h2', 'h3'].map((id) => row(id, { answers: { ...seven, L1: 5 } }));
    const { cells } = JSON.parse(of(round({ rows })).out) as { cells: Record<string, { local?: unknown }> };
    assert.deepEqual(cells['H>A']?.local, { L1: 5 });
  });

  it('a hundred thousand unknown keys, in a few words', function () {
    this.timeout(patience);
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`key${place}`, place]));
    const few = '"key0", "key1", "key2", "key3", "key4"';
    assert.deepEqual(of(round(many)).wrong, [`the file has the unknown key ${few}`]);
    assert.deepEqual(wrongRows(row('h1', many)), [`row 1: it has the unknown key ${few}`]);
    assert.deepEqual(wrongRows(row('h1', { answers: many })), [`row 1: answers has the unknown key ${few}`]);
    assert.equal(of(round({ invited: { ...many, H: {}, A: {} } })).status, 2);
    assert.equal(of(round({ organisations: many })).status, 2);
  });

  it('fewer than two organisations, or far too many', () => {
    assert.deepEqual(of(round({ organisations: { H: 'Hospital trust' } })).wrong, ['organisations must be at least two']);
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, place) => [`O${place}`, 'Sample']));
    assert.deepEqual(of(round({ organisations: many, rows: [] })).wrong, ['organisations must be at most 300']);
  });

  it('ids that would name two pairs alike', () => {
    const ids = ['a', 'b', 'a-b', 'b-c', 'c'];
    const organisations = Object.fromEntries(ids.map((id) => [id, 'Sample']));
    const invited = Object.fromEntries(ids.map((id) => [id, {}]));
    assert.deepEqual(of(round({ organisations, invited, rows: [] })).wrong, [
      'organisations have ids that name two pairs alike: "a-b-c"',
    ]);
  });

  it('ids that are words of the language are ids like any other', () => {
    const organisations = { constructor: 'Sample', toString: 'Sample' };
    const { status } = of(round({ organisations, invited: { constructor: {}, toString: {} }, rows: [] }));
    assert.equal(status, 0);
    assert.equal(of(round({ organisations, invited: {}, rows: [] })).status, 2);
  });
});
