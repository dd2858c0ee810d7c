import { aboutOf } from './about-fixtures.ts';
import { matrix3, openRound, overviewOf, pooled, rare, snapshotOf } from './fixtures.ts';
import { comparedSnapshot } from './networks.ts';
import { checkBack, full, healthCheck, practices } from './results-fixtures.ts';
import type { Shown } from './stage.ts';
import { alone, at, type TabPage } from './tab-page.ts';
import {
  checkBackRound,
  healthRound,
  manyRounds,
  matrixRound,
  overviewWith,
  practicesRound,
  threeCheckOuts,
  timelineOf,
} from './timeline-fixtures.ts';

const latest = { ...full, round: 8 };
const many = { overview: overviewWith(manyRounds, { latest }), rounds: timelineOf(manyRounds, threeCheckOuts) };
const rounds = (...held: typeof manyRounds) => ({ overview: overviewWith(held, { latest }), rounds: timelineOf(held) });
const timeline = { ready: '#rounds', view: at('#timeline') } as const;

/** Rounds over time, and the page of one of them. */
export const pastPages: readonly TabPage[] = [
  { name: 'timeline', answers: many, ...timeline },
  { name: 'timeline-one', answers: rounds(matrixRound(1, 3.1)), ...timeline },
  { name: 'timeline-two', answers: rounds(matrixRound(1, 3.1), matrixRound(2, 3.3)), ...timeline },
  { name: 'timeline-hidden', answers: rounds(matrixRound(1, null), healthRound(2, 2.1), practicesRound(3, 3.1)), ...timeline },
  {
    name: 'timeline-check-backs',
    answers: rounds(checkBackRound(1, 1.5), matrixRound(2, 3.1), checkBackRound(3, 2.4, true)),
    ...timeline,
  },
  { name: 'timeline-none', answers: { overview: overviewOf({}), rounds: timelineOf([]) }, ready: 'h1', view: at('#timeline') },
  { name: 'timeline-loading', answers: { ...many, rounds: 'never' }, ready: '[role=status]', view: at('#timeline') },
  { name: 'timeline-no-contact', answers: { ...many, rounds: 'no contact' }, ready: alone, view: at('#timeline') },
  { name: 'past-round', answers: { ...many, 4: { ...comparedSnapshot(), round: 4 } }, ready: 'a.arrow', view: at('#round-4') },
  {
    ...{ name: 'past-imported', ready: 'a.arrow', view: at('#round-2') },
    answers: { ...many, 2: { ...snapshotOf(matrix3), round: 2, imported: true } },
  },
  {
    name: 'past-pooled',
    answers: { ...many, 5: { ...snapshotOf(pooled), round: 5 } },
    ready: 'table.pooled',
    view: at('#round-5'),
  },
  { name: 'past-health', answers: { ...many, 3: { ...healthCheck, round: 3 } }, ready: 'table.whole', view: at('#round-3') },
  { name: 'past-practices', answers: { ...many, 8: { ...practices, round: 8 } }, ready: 'table.whole', view: at('#round-8') },
  { name: 'past-check-back', answers: { ...many, 6: { ...checkBack, round: 6 } }, ready: 'table.whole', view: at('#round-6') },
  { name: 'past-loading', answers: { ...many, 4: 'never' }, ready: '[role=status]', view: at('#round-4') },
  { name: 'past-unknown', answers: { ...many, 77: 'not found' }, ready: alone, view: at('#round-77') },
];

const about = aboutOf({
  version: 1,
  does: 'Home care, day and night.',
  doesNot: 'Ward rounds.',
  reach: 'The duty desk, 8 to 15.',
});
const results = { overview: overviewOf({ latest: full }), about };
const shows = (snapshot: typeof full | null) => ({ overview: overviewOf({ latest: snapshot }), about });
const pair = { ready: '.pair .about', view: at('#pair-H-A') } as const;

/** Two organisations and what they say about themselves. */
export const pairPages: readonly TabPage[] = [
  { name: 'pair', answers: results, ...pair },
  { name: 'pair-hidden', answers: shows(snapshotOf(matrix3)), ...pair, view: at('#pair-B-N') },
  { name: 'pair-very-low', answers: shows(snapshotOf(rare)), ...pair, view: at('#pair-H-B') },
  { name: 'pair-pooled', answers: shows(snapshotOf(pooled)), ...pair },
  { name: 'pair-health-check', answers: shows(healthCheck), ...pair },
  { name: 'pair-before', answers: shows(null), ...pair },
  { name: 'pair-unknown', answers: results, ready: '.pair h1', view: at('#pair-H-X') },
  { name: 'pair-who-loading', answers: { ...results, about: 'never' }, ready: '#pair-who', view: at('#pair-H-A') },
  {
    name: 'pair-who-no-contact',
    answers: { ...results, about: 'no contact' },
    ready: '.pair [role=alert]',
    view: at('#pair-H-A'),
  },
  {
    ...{ name: 'pair-of-earlier-round', ready: '.pair .about', view: at('#round-2-pair-H-A') },
    answers: { ...many, about, 2: { ...snapshotOf(matrix3), round: 2, imported: true } },
  },
];

const writes = ({ tab }: Shown) => tab.locator('.about button').first().click();
const whoOf = (mayWrite: readonly string[]) => ({
  ...about,
  organisations: about.organisations.map((one) => ({ ...one, mayWrite: mayWrite.includes(one.id) })),
});
const who = { ready: '.about', view: at('#who') } as const;

/** Every organisation in its own words. */
export const whoPages: readonly TabPage[] = [
  { name: 'who', answers: results, ...who },
  { name: 'who-write', answers: { ...results, about: aboutOf() }, ...who, press: writes, ready: '.about textarea' },
  { name: 'who-manager', answers: { ...results, about: whoOf(['H', 'A', 'B']) }, ...who },
  { name: 'who-reader', answers: { ...results, about: whoOf([]) }, ...who },
  { name: 'who-loading', answers: { ...results, about: 'never' }, ready: '[role=status]', view: at('#who') },
  { name: 'who-no-contact', answers: { ...results, about: 'no contact' }, ready: alone, view: at('#who') },
];

/** As when the person comes back to the window: an open round is asked about again. */
const comesBack = async ({ tab }: Shown) => {
  await tab.locator('#open-round').waitFor();
  await tab.locator('html').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
};
const withoutScript = async ({ page, tab }: Shown) => {
  await page.route(/method-page-.*\.js$/, (route) => route.abort());
  await tab.locator('a[href="#method"]').first().click();
};

/** What stands there when something around the tab is missing. */
export const lostPages: readonly TabPage[] = [
  { name: 'outside-teams', answers: {}, ready: alone, view: { teams: 'none' } },
  {
    ...{ name: 'stale', ready: '.stale', press: comesBack },
    answers: { overview: [overviewOf({ open: openRound, latest: full }), 'no contact'] },
  },
  { name: 'no-script', answers: results, ready: alone, press: withoutScript },
];
