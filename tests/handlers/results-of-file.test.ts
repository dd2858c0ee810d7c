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

describe('a file that cannot be used gets one sentence', () => {
  it('when it is not there, not readable or not JSON', () => {
    assert.deepEqual(run(['x.json'], refusedRead('ENOENT')).wrong, ['x.json cannot be read: there is no such file.']);
    assert.deepEqual(run(['x.json'], refusedRead('EISDIR')).wrong, ['x.json cannot be read: it is a folder.']);
    assert.deepEqual(run(['x.json'], refusedRead('EIO')).wrong, ['x.json cannot be read: EIO.']);
    assert.deepEqual(ofText('{').wrong, ['ROUND.json is not JSON.']);
    assert.deepEqual(ofText('').wrong, ['ROUND.json is not JSON.']);
  });

  it('when it is JSON of something else, however deep', () => {
    assert.deepEqual(ofText('[1, 2]').wrong, ['the file must be an object']);
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    assert.deepEqual(ofText(deep).wrong, ['the file must be an object']);
    const inside = JSON.stringify(round({ rows: [row('h1', { answers: { R1: 'deep' } })] })).replace('"deep"', deep);
    assert.deepEqual(ofText(inside).wrong, ['row 1: answers.R1 must be a whole number from 1 to 5, or null']);
  });

  it('when the command line does not name one file, or names an option that there is none of', () => {
    const unread = (): string => {
      throw new Error('nothing is read');
    };
    const usage = 'Usage: npm run --silent results -- ROUND.json';
    assert.deepEqual(run([], unread).wrong, [`Name the file of the round. ${usage}`]);
    assert.deepEqual(run(['a.json', 'b.json'], unread).wrong, [`Name one file only. ${usage}`]);
    assert.deepEqual(run(['a.json', '--previous', 'b.json'], unread).wrong, [`There is no option "--previous". ${usage}`]);
  });
});
