import assert from 'node:assert/strict';
import { of, ofText, round, row, run, seven } from './round-files.ts';
import type { Json } from './round-files.ts';

type Printed = { mode: string; k: number; cells: Record<string, Json>; response: Record<string, Json> };

const published = (file: Json): Printed => {
  const { out, wrong } = of(file);
  assert.deepEqual(wrong, []);
  return JSON.parse(out) as Printed;
};

const refusedRead = (code: string) => (): string => {
  throw Object.assign(new Error('some long text of the system'), { code });
};

describe('the results of a round file are printed', () => {
  it('as JSON indented by two spaces', () => {
    const { out } = of(round());
    assert.equal(out, `${JSON.stringify(JSON.parse(out), undefined, 2)}\n`);
    assert.equal(published(round()).cells['H>A']?.index, 4);
  });

  it('with k = 5 and the mode chosen by the number invited, unless the file says otherwise', () => {
    // JSON has no undefined: the key is not written.
    const withoutK = round({ k: undefined });
    assert.deepEqual([published(withoutK).k, published(withoutK).mode, published(round()).mode], [5, 'pooled', 'matrix']);
    assert.equal(published(round({ mode: 'pooled' })).mode, 'pooled');
    assert.equal(published({ ...withoutK, mode: 'matrix' }).mode, 'matrix');
  });

  it('a role that invited does not name has nobody invited', () => {
    assert.equal(published(round()).response.A?.invited, 4);
  });

  it('rows of a role outside the audience count for nothing', () => {
    const only = published(round({ audience: ['employee'], k: 3 }));
    assert.equal(only.response.H?.answered, 0);
  });

  it('a mark of byte order at the start, and remarks at every level, are passed over', () => {
    const remark = { _note: 'anything', _: { deep: [] } };
    const rows = ['h1', 'h2', 'h3'].map((id) => row(id, { ...remark, answers: { ...seven, ...remark } }));
    const remarked = {
      ...round({ rows, ...remark }),
      organisations: { ...remark, H: 'Hospital trust', A: 'Municipality A' },
      invited: { ...remark, H: { leader: 5, employee: 9, ...remark }, A: { leader: 4 } },
    };
    assert.equal(ofText(`\uFEFF${JSON.stringify(remarked)}`).out, of(round()).out);
  });

  it('organisations keep the order of the file, also where their ids look like numbers', () => {
    const organisations = '{ "_first": {}, "10": "Ten", "2": "Two", "b\\"\\\\": "B" }';
    const rest = round({ mode: 'matrix', organisations: undefined, rows: [], invited: { 2: {}, 10: {}, 'b"\\': { leader: 4 } } });
    const { out, wrong } = ofText(
      `{"organisations": {"x": "y"}, "organisations": ${organisations}, ${JSON.stringify(rest).slice(1)}`,
    );
    assert.deepEqual(wrong, []);
    const pairs = Object.keys((JSON.parse(out) as { pairs: object }).pairs);
    assert.deepEqual(pairs, ['10-2', '10-b"\\', '2-b"\\']);
    for (const section of out.split(/"(?:response|seenByOthers|seesOthers)"/).slice(1)) {
      assert.ok(section.indexOf('"10"') > 0 && section.indexOf('"10"') < section.indexOf('"2"'));
    }
  });

  it('the zone of an instant counts', () => {
    const late = ['h1', 'h2', 'h3'].map((id) => row(id, { submitted: '2026-02-06T15:30:00+00:00' }));
    const inTime = late.map((one) => ({ ...one, submitted: '2026-02-06T15:30:00+01:00' }));
    assert.ok('hidden' in (published(round({ rows: late })).cells['H>A'] ?? {}));
    assert.equal(published(round({ rows: inTime })).cells['H>A']?.n, 3);
  });

  it('the later row wins by less than a millisecond, whatever the order', () => {
    const ones = { R1: 1, R2: 1, R3: 1, R4: 1, R5: 1, R6: 1, R7: 1 };
    const earlier = row('h3', { submitted: '2026-02-02T09:00:00.123456Z', answers: ones });
    const later = row('h3', { submitted: '2026-02-02T09:00:00.123457Z' });
    for (const rows of [
      [earlier, later],
      [later, earlier],
    ]) {
      assert.equal(published(round({ rows: [row('h1'), row('h2'), ...rows] })).cells['H>A']?.index, 4);
    }
  });

  it('the same row twice is one row', () => {
    assert.equal(published(round({ rows: [row('h1'), row('h1'), row('h2'), row('h3')] })).cells['H>A']?.n, 3);
  });
});

describe('with an earlier round', () => {
  const people = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8'];
  const withAll = (rating: number, changes: Json = {}): Json => {
    const answers = Object.fromEntries(Object.keys(seven).map((item) => [item, rating]));
    return round({ rows: people.map((id) => row(id, { answers })), ...changes });
  };
  const of2 = (now: Json, earlier: Json, argv = ['NOW.json', '--previous', 'EARLIER.json']) =>
    run(argv, (path) => JSON.stringify(path === 'NOW.json' ? now : earlier));
  const changeIn = (out: string): unknown => (JSON.parse(out) as { change?: unknown }).change;

  it('the change is printed after everything else, wherever the option stands', () => {
    const cells = { 'H>A': 'higher' };
    const change = { nPaired: 8, mean: 1, interval: [1, 1], label: 'clear improvement', cells };
    const { out } = of2(withAll(4), withAll(3));
    assert.deepEqual(changeIn(out), change);
    assert.equal(Object.keys(JSON.parse(out) as object).at(-1), 'change');
    assert.equal(of2(withAll(4), withAll(3), ['--previous', 'EARLIER.json', 'NOW.json']).out, out);
    assert.deepEqual(changeIn(of2(withAll(3), withAll(4)).out), {
      ...{ ...change, mean: -1, interval: [-1, -1], label: 'clear decline' },
      cells: { 'H>A': 'lower' },
    });
  });

  it('without it there is none', () => {
    assert.equal(changeIn(of(withAll(4)).out), undefined);
  });

  it('with too few pairs there is no number, and in pooled mode there are no cells', () => {
    const seven = withAll(3, { rows: people.slice(1).map((id) => row(id)) });
    assert.deepEqual(changeIn(of2(withAll(4), seven).out), {
      ...{ nPaired: 7, label: 'too few to tell' },
      cells: { 'H>A': 'no clear change' },
    });
    const pooled = changeIn(of2(withAll(4, { mode: 'pooled' }), withAll(3)).out);
    assert.deepEqual(pooled, { nPaired: 8, mean: 1, interval: [1, 1], label: 'clear improvement' });
  });

  it('everything wrong with both files is named, and which file it is', () => {
    const bad = withAll(4, { rows: [row('h1', { target: 'X' })] });
    assert.deepEqual(of2(bad, withAll(3, { k: 2 })).wrong, [
      'NOW.json: row 1: target "X" is not one of the organisations',
      'EARLIER.json: k must be a whole number of at least 3',
    ]);
    assert.deepEqual(of2(bad, withAll(3)).wrong, ['NOW.json: row 1: target "X" is not one of the organisations']);
    assert.deepEqual(run(['NOW.json', '--previous', 'EARLIER.json'], refusedRead('ENOENT')).wrong, [
      'NOW.json cannot be read: there is no such file.',
      'EARLIER.json cannot be read: there is no such file.',
    ]);
    const half = run(['NOW.json', '--previous', 'EARLIER.json'], (path) =>
      path === 'NOW.json' ? JSON.stringify(withAll(3)) : '{',
    );
    assert.deepEqual(half.wrong, ['EARLIER.json is not JSON.']);
  });
});

describe('a file that cannot be used gets one sentence', () => {
  it('when it is not there, not readable or not JSON', () => {
    assert.deepEqual(run(['x.json'], refusedRead('ENOENT')).wrong, ['x.json cannot be read: there is no such file.']);
    assert.deepEqual(run(['x.json'], refusedRead('EISDIR')).wrong, ['x.json cannot be read: it is a folder.']);
    assert.deepEqual(run(['x.json'], refusedRead('EIO')).wrong, ['x.json cannot be read: EIO.']);
    assert.deepEqual(ofText('{').wrong, ['ROUND.json is not JSON.']);
    assert.deepEqual(ofText('').wrong, ['ROUND.json is not JSON.']);
    assert.deepEqual(run(['x.json'], refusedRead('ERR_ENCODING_INVALID_ENCODED_DATA')).wrong, [
      'x.json cannot be read: it is not UTF-8.',
    ]);
  });

  it('when it is JSON of something else, however deep', () => {
    assert.deepEqual(ofText('[1, 2]').wrong, ['the file must be an object']);
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    assert.deepEqual(ofText(deep).wrong, ['the file must be an object']);
    const inside = JSON.stringify(round({ rows: [row('h1', { answers: { R1: 'deep' } })] })).replace('"deep"', deep);
    assert.deepEqual(ofText(inside).wrong, ['row 1: answers.R1 must be a whole number from 1 to 5, or null']);
  });

  it('when it is nested a hundred thousand deep, wherever that is', () => {
    const lists = '['.repeat(100_000) + ']'.repeat(100_000);
    const objects = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
    const rest = JSON.stringify(round()).slice(1);
    const wrongWith = (key: string, deep: string): readonly string[] => ofText(`{${rest.slice(0, -1)},"${key}":${deep}}`).wrong;
    for (const deep of [lists, objects]) {
      assert.deepEqual(wrongWith('k', deep), ['k must be a whole number of at least 3']);
      assert.deepEqual(wrongWith('mode', deep), ['mode must be "auto", "matrix" or "pooled"']);
      assert.deepEqual(wrongWith('extra', deep), ['the file has the unknown key "extra"']);
      assert.equal(wrongWith('audience', deep).length, 1);
      assert.equal(wrongWith('close', deep).length, 1);
      assert.deepEqual(wrongWith('_remark', deep), []);
    }
    assert.deepEqual(wrongWith('rows', lists), ['row 1: it must be an object']);
    assert.deepEqual(ofText(lists.slice(1)).wrong, ['ROUND.json is not JSON.']);
  });

  it('when it holds what is no JSON number, or one that is no number of the scale', () => {
    const withR1 = (rating: string): readonly string[] =>
      ofText(JSON.stringify(round({ rows: [row('h1', { answers: { R1: 'here' } })] })).replace('"here"', rating)).wrong;
    for (const literal of ['NaN', 'Infinity', '-Infinity', '+4', '04', '.4', '0x4', 'undefined'])
      assert.deepEqual(withR1(literal), ['ROUND.json is not JSON.'], literal);
    for (const number of ['1e999', '-1e999', '0', '-0', '6', '4.000001', '1e-999'])
      assert.deepEqual(withR1(number), ['row 1: answers.R1 must be a whole number from 1 to 5, or null'], number);
    assert.deepEqual(withR1('4.0'), []);
    assert.deepEqual(withR1('0.5e1'), []);
  });

  it('lines may end as on Windows', () => {
    const text = JSON.stringify(round(), undefined, 2);
    assert.equal(ofText(text.replaceAll('\n', '\r\n')).out, ofText(text).out);
  });

  it('when the command line does not name one file, or names an option that there is none of', () => {
    const unread = (): string => {
      throw new Error('nothing is read');
    };
    const usage = 'Usage: npm run --silent results -- ROUND.json [--previous EARLIER.json]';
    assert.deepEqual(run([], unread).wrong, [`Name the file of the round. ${usage}`]);
    assert.deepEqual(run(['a.json', 'b.json'], unread).wrong, [`Name one file only. ${usage}`]);
    assert.deepEqual(run(['a.json', '--after', 'b.json'], unread).wrong, [`There is no option "--after". ${usage}`]);
    assert.deepEqual(run(['a.json', '--previous'], unread).wrong, [`Name the file of the earlier round. ${usage}`]);
    assert.deepEqual(run(['a.json', '--previous', '--previous'], unread).wrong, [`Name the file of the earlier round. ${usage}`]);
    const twice = ['a.json', '--previous', 'b.json', '--previous', 'c.json'];
    assert.deepEqual(run(twice, unread).wrong, [`Name one earlier round only. ${usage}`]);
    assert.deepEqual(run(['--previous', 'b.json'], unread).wrong, [`Name the file of the round. ${usage}`]);
  });
});
