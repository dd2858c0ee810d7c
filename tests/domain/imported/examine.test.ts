import assert from 'node:assert/strict';
import fc from 'fast-check';
import { examination } from '../../../bot/domain/imported/examine.ts';
import type { FileHead } from '../../../bot/domain/imported/file.ts';
import type { ReadRow, Reason } from '../../../bot/domain/imported/wrong.ts';
import type { Row } from '../../../bot/domain/scoring/sums-from-rows.ts';

const ours = [
  { id: 1, name: 'Hospital trust' },
  { id: 2, name: 'Åmot kommune' },
  { id: 3, name: 'Welfare office' },
];
const close = Date.parse('2020-02-06T15:00:00Z');
const now = new Date('2026-11-24T12:00:00Z');
const heads = { leader: 5, employee: 5 };
const head: FileHead = {
  ...{ k: 3, mode: 'auto', audience: ['leader', 'employee'], close },
  organisations: ['H', 'A'].map((key) => ({ key, name: key })),
  invited: { H: heads, A: heads },
};
const mapping = { H: 1, A: 2 };
const row = (respondent: string, changes: Partial<Row> = {}): Row => ({
  ...{ respondent, from: 'H', to: 'A', role: 'leader', notWorkingTogether: false, ratings: { R1: 4 } },
  ...{ submitted: close - 1000, ...changes },
});

type Given = { head?: FileHead; mapping?: Record<string, number>; wrong?: Reason[]; reads?: readonly ReadRow[] };
const examine = (rows: readonly Row[], { reads = [], wrong = [], ...given }: Given = {}) => {
  const { take, finish } = examination({ head: given.head ?? head, wrong }, ours, given.mapping ?? mapping, now);
  rows.forEach((one, place) => {
    take({ at: place + 1, row: one });
  });
  reads.forEach(take);
  return finish();
};
const wrongOf = (...given: Parameters<typeof examine>) => {
  const found = examine(...given);
  return 'wrong' in found
    ? found.wrong.shown.flatMap(({ at, reasons }) => reasons.map(({ is }) => `${at ?? 'file'}: ${is}`))
    : [];
};
const roundOf = (...given: Parameters<typeof examine>) => {
  const found = examine(...given);
  assert.ok('round' in found, JSON.stringify(found));
  return found;
};

describe('an imported round', () => {
  it('has the organisations of the collaboration, found by mapping, then by name whatever its case and spaces, then by number', () => {
    const named = [
      { key: 'x', name: ' hospital  TRUST' },
      { key: 'A\u030Amot kommune', name: 'A\u030Amot kommune' },
      { key: '3', name: '3' },
    ];
    const invited = Object.fromEntries(named.map(({ key }) => [key, heads]));
    const rows = [row('a', { from: 'x', to: '3' }), row('b', { from: '3', to: 'A\u030Amot kommune' })];
    const { round, organisations } = roundOf(rows, { mapping: {}, head: { ...head, organisations: named, invited } });
    assert.deepEqual(
      organisations.map(({ organisation }) => organisation),
      [1, 2, 3],
    );
    assert.deepEqual(
      round.kept.map(({ from, to }) => [from, to]),
      [
        ['1', '3'],
        ['3', '2'],
      ],
    );
  });

  it('is refused where an organisation of the file is none of ours, two are the same one, or its invited are missing', () => {
    assert.deepEqual(wrongOf([row('a', { to: 'Q' })]), ['1: organisation unknown']);
    assert.deepEqual(wrongOf([row('a', { from: 'Q', to: 'Z' })]), ['1: organisation unknown', '1: organisation unknown']);
    assert.deepEqual(wrongOf([row('a')], { mapping: { H: 1 } }), ['file: organisation not mapped', '1: organisation unknown']);
    assert.deepEqual(wrongOf([row('a')], { mapping: { H: 1, A: 1 } }), ['file: organisation twice']);
    assert.deepEqual(wrongOf([row('a')], { mapping: { ...mapping, Q: 9 } }), ['file: mapped to nobody']);
    assert.deepEqual(wrongOf([row('a', { to: '3' })]), ['1: organisation not in the round']);
    assert.deepEqual(wrongOf([row('a')], { head: { ...head, invited: { H: heads, Q: heads } } }), [
      'file: invited missing',
      'file: invited stranger',
    ]);
    for (const key of ['__proto__', 'constructor', 'toString'])
      assert.deepEqual(wrongOf([row('a', { to: key })]), ['1: organisation unknown']);
  });

  it('is refused where a respondent has two organisations or roles, or answers twice at one instant', () => {
    assert.deepEqual(wrongOf([row('a'), row('a', { from: 'A', to: 'H', role: 'employee' })]), [
      '2: another organisation',
      '2: another role',
    ]);
    assert.deepEqual(wrongOf([row('a'), row(' a ', { ratings: { R1: 5 } })]), ['2: another answer']);
    // The same organisation by another of its names.
    assert.deepEqual(wrongOf([row('a'), row('a', { from: '1', to: 'åmot kommune', submitted: 5e8 })]), []);
  });

  it('is refused where it has not closed, where nothing counts, or where more answered than were invited', () => {
    assert.deepEqual(wrongOf([row('a')], { head: { ...head, close: now.getTime() + 1 } }), ['file: close ahead']);
    assert.deepEqual(wrongOf([row('a')], { head: { ...head, close: now.getTime() } }), []);
    assert.deepEqual(wrongOf([row('a')], { head: { ...head, close: Date.parse('0026-02-06') } }), ['file: close']);
    assert.deepEqual(wrongOf([row('a', { submitted: Date.parse('0026-02-06') })]), ['1: too early']);
    assert.deepEqual(wrongOf([]), ['file: nothing to use']);
    assert.deepEqual(wrongOf([row('a', { submitted: close + 1 }), row('b', { to: 'H' })]), ['file: nothing to use']);
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => row(id));
    assert.deepEqual(wrongOf(six), ['file: more answered than invited']);
    assert.deepEqual(wrongOf(six.slice(1)), []);
  });

  it('is refused where k is lower than a launch allows: below 5 for leaders only, or for at most thirty people invited', () => {
    const both = (k: number, employees: number): FileHead => ({
      ...{ ...head, k },
      invited: { H: { leader: 5, employee: employees }, A: heads },
    });
    assert.deepEqual(wrongOf([row('a')], { head: both(3, 15) }), []);
    for (const k of [3, 4]) assert.deepEqual(wrongOf([row('a')], { head: both(k, 16) }), ['file: k too low for so many']);
    assert.deepEqual(wrongOf([row('a')], { head: both(5, 1_000) }), []);
    assert.deepEqual(wrongOf([row('a')], { head: { ...both(3, 1_000), audience: ['leader'] } }), []);
  });

  it('is examined without getting lost in a hundred thousand organisations that only `invited` names', () => {
    const strangers = Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`stranger ${at}`, heads]));
    const found = examine([row('a')], { head: { ...head, invited: { ...head.invited, ...strangers } } });
    assert.ok('wrong' in found);
    assert.equal(found.wrong.shown[0]?.reasons.length, 200);
  });

  it('counts rows and says why the others do not count', () => {
    const rows = [
      row('a'),
      row('a', { submitted: close - 2000, ratings: {} }),
      row('a'),
      row('a', { to: 'H' }),
      row('b', { submitted: close + 1 }),
      row('c', { role: 'employee' }),
    ];
    const { round } = roundOf(rows, { head: { ...head, audience: ['leader'] } });
    assert.deepEqual([round.rows, round.kept.length], [6, 1]);
    assert.deepEqual(round.leftOut, { aboutThemselves: 1, late: 1, otherRole: 1, superseded: 2 });
    assert.equal(round.opens.getTime(), close - 1000);
  });

  it('names the first two hundred bad rows and counts the others', () => {
    const reads = Array.from({ length: 1_000 }, (_, at): ReadRow => ({ at: at + 1, reasons: [{ is: 'not a row', values: {} }] }));
    const found = examine([], { reads });
    assert.ok('wrong' in found);
    assert.deepEqual([found.wrong.shown.length, found.wrong.more], [200, 800]);
  });

  it('has the same content in any order of its rows and under any names of its organisations', () => {
    const rows = [row('a'), row('b'), row('c', { to: 'H' }), row('d', { from: 'A', to: 'H', ratings: { E1: 2, R7: 1 } })];
    const renamed = rows.map((one) => ({ ...one, from: one.from === 'H' ? '1' : one.from, to: one.to === 'A' ? '2' : one.to }));
    const { content } = roundOf(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray([...renamed, row('a')], { minLength: 5 }), (shuffled) => {
        assert.deepEqual(roundOf(shuffled).content, content);
      }),
    );
    assert.notDeepEqual(roundOf([...rows.slice(1), row('a', { ratings: { R1: 5 } })]).content, content);
  });
});
