import assert from 'node:assert/strict';
import { formatOf, textOf } from '../../tab/import-file.ts';
import { emptyHead, headOf } from '../../tab/import-request.ts';
import { zonedInstant } from '../../tab/zoned-instant.ts';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe('the form for an import', () => {
  it('reads spreadsheets in UTF-8, in UTF-16 and in Windows-1252', () => {
    const norwegian = 'Sør;Åmot';
    assert.equal(textOf(new TextEncoder().encode(`\uFEFF${norwegian}`).buffer), norwegian);
    assert.equal(textOf(new Uint8Array(Buffer.from(`\uFEFF${norwegian}`, 'utf16le')).buffer), norwegian);
    assert.equal(textOf(bytes(0x53, 0xf8, 0x72, 0x3b, 0xc5, 0x6d, 0x6f, 0x74)), norwegian);
    assert.equal(textOf(bytes()), '');
  });

  it('takes a file for JSON by what is in it', () => {
    assert.deepEqual(['{"k":3}', ' \n[', 'respondent;org', ''].map(formatOf), ['json', 'json', 'csv', 'csv']);
  });

  it('takes date and time as clocks showed them in the zone of the collaboration, summer and winter', () => {
    assert.equal(zonedInstant('2026-02-06', '16:00', 'Europe/Oslo'), '2026-02-06T15:00:00.000Z');
    assert.equal(zonedInstant('2026-07-06', '16:00', 'Europe/Oslo'), '2026-07-06T14:00:00.000Z');
    assert.equal(zonedInstant('2026-03-29', '00:30', 'Europe/Oslo'), '2026-03-28T23:30:00.000Z');
    assert.equal(zonedInstant('2026-03-29', '03:30', 'Europe/Oslo'), '2026-03-29T01:30:00.000Z');
    assert.equal(zonedInstant('2026-01-01', '00:00', 'Pacific/Auckland'), '2025-12-31T11:00:00.000Z');
    for (const [date, time] of [
      ['', '16:00'],
      ['2026-02-06', ''],
      ['2026-02-31', '16:00'],
    ] as const)
      assert.equal(zonedInstant(date, time, 'Europe/Oslo'), undefined);
  });

  const ours = [
    { id: '1', name: 'Hospital trust' },
    { id: '2', name: 'Municipality' },
    { id: '3', name: 'Welfare office' },
  ];
  const form = {
    ...emptyHead,
    date: '2026-02-06',
    invited: {
      1: { part: true, leaders: '5', employees: '9' },
      2: { part: true, leaders: '4', employees: '' },
      3: { part: false, leaders: '7', employees: '7' },
    },
  };

  it('sends how many were invited for the organisations that took part, under their names in the file', () => {
    const head = headOf(form, ours, [{ key: 'H', organisation: '1' }], 'Europe/Oslo');
    assert.deepEqual(head, {
      ...{ k: 5, audience: ['leader', 'employee'], close: '2026-02-06T15:00:00.000Z' },
      invited: { H: { leader: 5, employee: 9 }, 2: { leader: 4, employee: 0 } },
    });
    // "2" is the file's name for another one.
    const swapped = [{ key: '2', organisation: '1' }];
    assert.deepEqual(Object.keys(headOf(form, ours, swapped, 'Europe/Oslo')?.invited ?? {}), ['2', 'Municipality']);
  });

  it('sends nobody invited in a role that was not asked, and nothing without a closing time', () => {
    const leaders = headOf({ ...form, audience: 'leaders' }, ours, [], 'Europe/Oslo');
    assert.deepEqual(leaders?.invited['1'], { leader: 5, employee: 0 });
    assert.equal(headOf({ ...form, date: '' }, ours, [], 'Europe/Oslo'), undefined);
  });
});
