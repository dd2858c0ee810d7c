import { importReport, type ImportReport } from '../../bot/contracts/round-import.ts';

export const reportOf = (parts: Partial<ImportReport>): ImportReport =>
  importReport.parse({
    ...{ outcome: 'can be imported', round: null, counted: 'line', summary: null, wrong: [], more: 0 },
    organisations: [
      { key: 'H', name: 'H', organisation: '1' },
      { key: 'A', name: 'A', organisation: '2' },
    ],
    ...parts,
  });
export const summary = {
  ...{ rows: 93, used: 90, leftOut: { aboutThemselves: 1, late: 0, otherRole: 0, superseded: 2 } },
  ...{ mode: 'matrix' as const, k: 3, audience: ['leader' as const], closed: '2026-02-06T15:00:00.000Z' },
  organisations: [{ name: 'Hospital trust', answered: 11, invited: 14 }],
  ...{ published: 11, possible: 12 },
};
export const foundGood = reportOf({ summary });
export const foundWrong = reportOf({
  outcome: 'wrong',
  organisations: [
    { key: 'H', name: 'H', organisation: null },
    { key: 'A', name: 'A', organisation: '2' },
  ],
  wrong: [
    { at: null, reasons: ['Something about the file.'] },
    { at: 7, reasons: ['R1 is wrong.', 'R2 is wrong too.'] },
  ],
  more: 3,
});
