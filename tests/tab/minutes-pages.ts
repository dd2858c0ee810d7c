import { type MinutesPage, minutesPage } from '../../bot/contracts/minutes-api.ts';
import { overviewOf } from './fixtures.ts';
import { full } from './results-fixtures.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const results = { overview: overviewOf({ latest: full }) };

const minutesOf = (more: Partial<MinutesPage> = {}): MinutesPage =>
  minutesPage.parse({
    purpose: 'People who leave hospital get help at home from the first day',
    ...{ zone: 'Europe/Oslo', meeting: 4, date: '2026-06-16', ended: '2026-06-16T09:05:00Z' },
    decisions: [
      'We call the municipality before noon on the day before somebody goes home.',
      'One phone list for all wards, kept by the hospital trust, <b>without</b> private numbers, and sent to everybody on the first Monday of each month',
    ],
    agreed: [
      {
        ...{ id: 7, text: 'Make the phone list', due: '2026-06-26' },
        owners: [
          { name: 'Sample leader 1', organisation: 'Hospital trust' },
          { name: null, organisation: 'Municipality B with a name that is rather long' },
        ],
      },
      {
        ...{ id: 8, text: 'Visit each other’s morning meeting', due: '2026-08-28' },
        owners: [{ name: 'Sample leader 6', organisation: 'Municipality A' }],
      },
    ],
    next: { date: '2026-08-25', starts: '09:00' },
    ...more,
  });

const page = { ready: 'main.minutes', view: at('#minutes-4') } as const;

/** What came of a meeting. */
export const minutesPages: readonly TabPage[] = [
  { name: 'minutes', answers: { ...results, minutes: minutesOf() }, ...page },
  { name: 'minutes-nothing', answers: { ...results, minutes: minutesOf({ decisions: [], agreed: [], next: null }) }, ...page },
  { name: 'minutes-loading', answers: { ...results, minutes: 'never' }, ready: '[role=status]', view: at('#minutes-4') },
  { name: 'minutes-no-contact', answers: { ...results, minutes: 'no contact' }, ready: alone, view: at('#minutes-4') },
];
