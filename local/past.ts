import type { ImportHead, ImportRequest } from '../bot/contracts/round-import.ts';
import type { State } from './state.ts';

/** What the sample's leaders are said to have answered in earlier years, as the file of a round collected elsewhere. All of it is made up. */

/** Level of each view in the first year, and how much it moves by the next one. */
const views: readonly (readonly [from: string, to: string, level: number, yearly: number])[] = [
  ['hospital-trust', 'municipality-a', 2.9, 0.3],
  ['hospital-trust', 'municipality-b', 2.4, 0.4],
  ['hospital-trust', 'welfare-office', 2.2, 0.1],
  ['municipality-a', 'hospital-trust', 2, 0.3],
  ['municipality-a', 'municipality-b', 3.9, 0.2],
  ['municipality-a', 'welfare-office', 3.1, 0.4],
  ['municipality-b', 'hospital-trust', 2.3, 0.4],
  ['municipality-b', 'municipality-a', 3.8, 0.2],
  ['municipality-b', 'welfare-office', 3.4, -0.3],
  ['welfare-office', 'hospital-trust', 2.6, 0.2],
  ['welfare-office', 'municipality-a', 3.5, 0.3],
  ['welfare-office', 'municipality-b', 3.2, 0],
];
const items = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'];
const columns = ['respondent', 'org', 'role', 'target', 'not_working_together', ...items, 'E1', 'E2', 'submitted'];

/** People and statements differ: from -0.6 to 0.6, the same every time. */
const differs = (person: number, item: number): number => (((person * 3 + item * 5) % 7) - 3) / 5;
const rating = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

/** @param year 0 for the first, in which the fourth leader of each organisation did not answer yet */
export function pastRound({ people, organisations }: State, year: number, close: Date): ImportRequest {
  const leaders = people.filter(({ key }) => key.includes('-leader-'));
  const nameOf = (key: string): string => organisations.find((one) => one.key === key)?.name ?? key;
  const submitted = new Date(close.getTime() - 86_400_000).toISOString();
  const rows = leaders.flatMap(({ key, organisation }, person) =>
    views
      .filter(([from]) => from === organisation)
      .filter(() => year > 0 || !key.endsWith('-4'))
      .map(([, to, level, yearly]) => {
        const now = level + yearly * year;
        const given = items.map((_, item) => rating(now + differs(person, item)));
        const [need, canGive] = [rating(4.4 + differs(person, 1)), rating(now + 0.3 + differs(person, 2))];
        return [key, nameOf(organisation), 'leader', nameOf(to), 'false', ...given, need, canGive, submitted].join(',');
      }),
  );
  const invited = organisations.map(({ key, name }) => [
    name,
    { leader: leaders.filter((one) => one.organisation === key).length },
  ]);
  const head: ImportHead = {
    ...{ k: 3, audience: ['leader'], close: close.toISOString() },
    invited: Object.fromEntries(invited) as ImportHead['invited'],
  };
  return { format: 'csv', text: [columns.join(','), ...rows, ''].join('\n'), head };
}

/** What each organisation says about itself, in the order of set-up. */
export const about: readonly { readonly does: string; readonly doesNot: string; readonly reach: string }[] = [
  {
    does: 'Wards and clinics for the whole region (a sample).\nSays a day ahead when somebody goes home.',
    doesNot: 'Care at home; the municipalities give it.',
    reach: 'The discharge desk, weekdays 8 to 16.',
  },
  {
    does: 'Home nursing, rehabilitation and short stays, all week (a sample).',
    doesNot: 'Benefits and housing support; the welfare office decides on those.',
    reach: 'The allocation office, weekdays 9 to 15.',
  },
  {
    does: 'Home nursing and day centres (a sample).',
    doesNot: 'Short stays in a nursing home; Municipality A has places for both.',
    reach: '',
  },
  {
    does: 'Work, income and housing for people in a difficult time (a sample).',
    doesNot: 'Medical assessments.',
    reach: 'The partner line, weekdays 10 to 14.',
  },
];
