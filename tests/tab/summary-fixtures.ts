import { summary, type Summary } from '../../bot/contracts/summary-api.ts';
import { publishedSummary } from '../../bot/usecases/results/published-summary.ts';
import { overviewOf } from './fixtures.ts';
import { checkBack, full } from './results-fixtures.ts';
import { alone, at, type TabPage } from './tab-page.ts';

const mended = [
  { id: 1, text: 'Nobody who leaves hospital waits more than two days for a first visit at home.' },
  { id: 2, text: 'Each person with several services has one plan that all services use.' },
  { id: 4, text: 'People are asked what matters to them.' },
  { id: 5, text: 'Everybody knows whom to call.' },
  { id: 6, text: 'Relatives know what happens next.' },
];
export const published = publishedSummary([full, { ...full, round: 4, closed: '2026-09-14T14:00:00.000Z' }, checkBack], mended);

export const summaryOf = (parts: Partial<Summary> = {}): Summary =>
  summary.parse({
    purpose: 'People who leave hospital meet one plan, not four.',
    ...{ zone: 'Europe/Oslo', today: '2026-11-30' },
    organisations: ['Hospital trust', 'Municipality A', 'Municipality B', 'Welfare office'],
    ...published,
    chosen: {
      ...{ meeting: 5, date: '2026-10-07' },
      topics: [
        { is: 'pair', kind: 'asymmetric pair', one: 'Hospital trust', other: 'Municipality A' },
        { is: 'own', text: 'Night shifts' },
      ],
    },
    meetings: { held: 6, counted: 5, present: { fewest: 12, most: 17 } },
    actions: { agreed: 14, done: 9, carriedOver: 3 },
    tests: {
      shown: [
        {
          text: 'The municipality calls the ward each morning at nine.',
          ...{ due: '2026-12-18', organisations: ['Municipality A', 'Hospital trust'] },
        },
        { text: 'One form for the referral to home care.', due: '2027-01-15', organisations: ['Welfare office'] },
      ],
      more: 0,
    },
    businessAsUsual: {
      shown: [{ text: 'The discharge list is sent the day before.', organisation: 'Hospital trust' }],
      more: 0,
    },
    ...parts,
  });

const nothing: Partial<Summary> = {
  ...{ outcomes: [], checkBack: null, index: [], chosen: null, focus: null },
  meetings: { held: 0, counted: 0, present: null },
  actions: { agreed: 0, done: 0, carriedOver: null },
  tests: { shown: [], more: 0 },
  businessAsUsual: { shown: [], more: 0 },
};

const long = 'Everything that can be said about this stands in as many words as there may be, which is a lot of words. '.repeat(
  4,
);
/** As much as there may be of everything. */
export const most = summaryOf({
  purpose: long.slice(0, 300).trim(),
  organisations: Array.from({ length: 12 }, (_, place) => `Sample organisation ${place + 1}`),
  chosen: {
    ...{ meeting: 5, date: '2026-10-07' },
    topics: [
      { is: 'own', text: long.slice(0, 400).trim() },
      { is: 'item', item: 'R4' },
      { is: 'pair', kind: null, one: 'Sample organisation 1', other: 'Sample organisation 12' },
    ],
  },
  outcomes: Array.from({ length: 6 }, (_, place) => ({
    text: long.slice(0, 200).trim(),
    reached:
      place < 3
        ? {
            n: 12,
            value: 1.6 + 0.6 * place,
            orLower: false,
            word: (['latent', 'developing', 'active'] as const)[place] ?? 'latent',
          }
        : null,
  })),
  tests: {
    shown: Array.from({ length: 6 }, () => ({
      text: long.slice(0, 400).trim(),
      ...{ due: '2026-12-18', organisations: ['Municipality A', 'Hospital trust'] },
    })),
    more: 3,
  },
  businessAsUsual: {
    shown: Array.from({ length: 6 }, () => ({ text: long.slice(0, 400).trim(), organisation: 'Hospital trust' })),
    more: 2,
  },
});

const results = { overview: overviewOf({ latest: full }) };
const one = { ready: 'main.made', view: at('#summary') } as const;
const picture = { ready: 'main.made', view: at('#plan-picture') } as const;

/** The page for sponsors and the plan for the wall, in each of their states. */
export const summaryPages: readonly TabPage[] = [
  { name: 'summary', answers: { ...results, summary: summaryOf() }, ...one },
  { name: 'summary-suggested', answers: { ...results, summary: summaryOf({ chosen: null }) }, ...one },
  { name: 'summary-none', answers: { ...results, summary: summaryOf(nothing) }, ...one },
  { name: 'summary-most', answers: { ...results, summary: most }, ...one },
  { name: 'summary-loading', answers: { ...results, summary: 'never' }, ready: '[role=status]', view: at('#summary') },
  { name: 'summary-no-contact', answers: { ...results, summary: 'no contact' }, ready: alone, view: at('#summary') },
  { name: 'plan-picture', answers: { ...results, summary: summaryOf() }, ...picture },
  { name: 'plan-picture-suggested', answers: { ...results, summary: summaryOf({ chosen: null }) }, ...picture },
  { name: 'plan-picture-none', answers: { ...results, summary: summaryOf(nothing) }, ...picture },
  { name: 'plan-picture-most', answers: { ...results, summary: most }, ...picture },
  {
    name: 'plan-picture-no-permission',
    answers: { ...results, summary: 'no permission' },
    ready: alone,
    view: at('#plan-picture'),
  },
];
