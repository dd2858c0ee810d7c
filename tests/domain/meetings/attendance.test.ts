import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import type { Attendance } from '../../../bot/domain/meetings/attendance.ts';
import { attendanceCounts, regulars } from '../../../bot/domain/meetings/attendance.ts';

const example = z
  .object({
    input: z.object({ attendance: z.record(z.string(), z.string()) }),
    expected: z.object({
      meeting_cycle: z.object({
        attendance: z.array(
          z.object({
            ...{ meeting: z.number(), present: z.number(), new: z.number() },
            ...{ also_at_previous: z.number().nullable(), missed_previous_but_not_new: z.number().nullable() },
          }),
        ),
        attended_at_least_4_of_6: z.number(),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('../../worked-example.json', import.meta.url), 'utf8')));

const worked: readonly Attendance[] = [0, 1, 2, 3, 4, 5].map((place) => ({
  meeting: place + 1,
  present: new Set(Object.values(example.input.attendance).flatMap((was, member) => (was[place] === '1' ? [member] : []))),
}));

const meetings = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
  .map((all) => all.map((present, place): Attendance => ({ meeting: place + 1, present: new Set(present) })));

describe('who was at the meetings', () => {
  it('is counted as in the worked example', () => {
    const expected = example.expected.meeting_cycle;
    assert.deepEqual(
      attendanceCounts(worked),
      expected.attendance.map((one) => ({
        ...{ meeting: one.meeting, present: one.present, new: one.new },
        alsoAtPrevious: one.also_at_previous ?? undefined,
        backAfterAbsence: one.missed_previous_but_not_new ?? undefined,
      })),
    );
    assert.equal(regulars(worked)?.size, expected.attended_at_least_4_of_6);
  });

  it('is, each time, either new, or was at the one before, or is back', () => {
    fc.assert(
      fc.property(meetings, (all) => {
        for (const [place, { present, new: fresh, alsoAtPrevious, backAfterAbsence }] of attendanceCounts(all).entries()) {
          if (place === 0) assert.equal(fresh, present);
          else assert.equal(fresh + (alsoAtPrevious ?? NaN) + (backAfterAbsence ?? NaN), present);
        }
      }),
    );
  });

  it('is new once and never again', () => {
    fc.assert(
      fc.property(meetings, (all) => {
        const everybody = new Set(all.flatMap(({ present }) => [...present]));
        const counted = attendanceCounts(all).reduce((sum, { new: fresh }) => sum + fresh, 0);
        assert.equal(counted, everybody.size);
      }),
    );
  });

  it('makes nobody regular before there were six', () => {
    assert.equal(regulars(worked.slice(0, 5)), undefined);
  });
});
