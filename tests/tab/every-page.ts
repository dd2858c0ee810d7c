import type { BrowserContext } from 'playwright-core';
import { actionsPages } from './actions-pages.ts';
import { matrix5, nothing, openRound, overviewOf, pooled, snapshotOf } from './fixtures.ts';
import { foundGood, foundWrong } from './import-fixtures.ts';
import { setUpOf } from './manage-fixtures.ts';
import { deliveriesPages } from './deliveries-pages.ts';
import { meetingPages } from './meeting-pages.ts';
import { managePages } from './manage-pages.ts';
import { meetingsPages } from './meetings-pages.ts';
import { minutesPages } from './minutes-pages.ts';
import { mineOf, several } from './me-fixtures.ts';
import { comparedSnapshot } from './networks.ts';
import { full, healthCheck, practices, twelve } from './results-fixtures.ts';
import { lostPages, pairPages, pastPages, whoPages } from './past-pages.ts';
import enWords from '../../locales/en.json' with { type: 'json' };
import nbWords from '../../locales/nb.json' with { type: 'json' };
import { rightsPages } from './rights-pages.ts';
import { summaryPages } from './summary-fixtures.ts';
import { type Answer, type Asked, show, type Shown, type Stage, type View } from './stage.ts';
import { alone, at, type Reply, type TabPage } from './tab-page.ts';

const manager = { organisation: 'A', role: 'leader', integrationManager: true } as const;
const results = { overview: overviewOf({ latest: full, you: manager }) };
const shows = (latest: Parameters<typeof overviewOf>[0]['latest']) => ({
  overview: overviewOf({ latest: latest ?? null, organisations: latest?.organisations ?? [], you: null }),
});

const firstScreen: readonly TabPage[] = [
  { name: 'first-results', answers: results, ready: 'a.arrow' },
  { name: 'first-compared', answers: shows(comparedSnapshot()), ready: 'a.arrow' },
  {
    name: 'first-actions',
    answers: { overview: overviewOf({ latest: full, actions: { open: 5, stuck: 2 } }) },
    ready: 'a.arrow',
  },
  { name: 'first-empty', answers: { overview: overviewOf({}) }, ready: '#no-results' },
  { name: 'first-empty-manager', answers: { overview: overviewOf({ you: manager }) }, ready: '[aria-labelledby=no-results] a' },
  { name: 'first-open', answers: { overview: overviewOf({ open: openRound }) }, ready: '#open-round' },
  { name: 'first-open-again', answers: { overview: overviewOf({ open: openRound, latest: full }) }, ready: 'a.arrow' },
  { name: 'first-pooled', answers: shows(snapshotOf(pooled)), ready: 'table.pooled' },
  { name: 'first-twelve', answers: shows(twelve), ready: 'a.arrow' },
  { name: 'first-much-hidden', answers: shows(snapshotOf(matrix5)), ready: 'a.arrow' },
  { name: 'first-all-hidden', answers: shows(snapshotOf(nothing)), ready: '.results' },
  { name: 'first-health-check', answers: shows(healthCheck), ready: 'table.whole' },
  { name: 'first-practices', answers: shows(practices), ready: 'table.whole' },
  { name: 'first-loading', answers: { overview: 'never' }, ready: '[role=status]' },
  { name: 'first-no-contact', answers: { overview: 'no contact' }, ready: alone },
  { name: 'first-broken', answers: { overview: 'broken' }, ready: alone },
  { name: 'first-no-permission', answers: { overview: 'no permission' }, ready: alone },
  { name: 'first-no-sign-in', answers: results, ready: alone, view: { signin: 'fails' } },
  { name: 'first-no-channel', answers: results, ready: alone, view: { channel: 'none' } },
];

const turn = (slides: number) => async (shown: Shown) => {
  await shown.tab.locator('.deck:focus').waitFor();
  for (let turned = 0; turned < slides; turned += 1) await shown.page.keyboard.press('PageDown');
};
const presented = { ready: '.slide[data-shown]', view: at('#present'), fillsWindow: true } as const;
const present: readonly TabPage[] = [
  { name: 'present-purpose', answers: results, ...presented },
  { name: 'present-matrix', answers: results, ...presented, press: turn(1) },
  { name: 'present-focus', answers: results, ...presented, press: turn(2) },
  { name: 'present-pair', answers: results, ...presented, press: turn(3) },
  { name: 'present-items', answers: results, ...presented, press: turn(4) },
  { name: 'present-expectations', answers: results, ...presented, press: turn(7) },
  { name: 'present-change', answers: results, ...presented, press: turn(8) },
  { name: 'present-method', answers: results, ...presented, press: turn(9) },
  { name: 'present-twelve', answers: shows(twelve), ...presented, press: turn(1) },
];

const choose = async ({ tab }: Shown) => {
  await tab.locator('.earlier button').click();
  const file = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from('respondent;org\n') };
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.locator('input[type=date]').fill('2026-02-06');
  await tab.locator('button[type=submit]').click();
};
const openRules = async ({ tab }: Shown) => {
  await tab.locator('.earlier button').click();
  await tab.locator('.import summary').click();
};
const importing: readonly TabPage[] = [
  { name: 'import', answers: results, ready: 'main.import', press: ({ tab }) => tab.locator('.earlier button').click() },
  { name: 'import-rules', answers: results, ready: 'main.import details[open]', press: openRules },
  { name: 'import-good', answers: { ...results, import: foundGood }, ready: '#found', press: choose },
  { name: 'import-wrong', answers: { ...results, import: foundWrong }, ready: '#found', press: choose },
  { name: 'import-at-work', answers: { ...results, import: 'never' }, ready: '.loading.late', press: choose },
  { name: 'import-no-contact', answers: { ...results, import: 'no contact' }, ready: '[role=alert]', press: choose },
];

/** The pages without a channel around them: the personal tab, and where the channel's tab is added. */
const mine = (reply: Reply) => ({ me: reply });
const personal = { view: { address: '#me', channel: 'none' } } as const;
const adding = { view: { address: '#configure', frame: 'settings' }, ready: 'main.configure' } as const;
const own: readonly TabPage[] = [
  { name: 'me', answers: mine(several), ready: '.mine article', ...personal },
  { name: 'me-none', answers: mine(mineOf({})), ready: 'main.me', ...personal },
  { name: 'me-unchecked', answers: mine(mineOf({ unchecked: 1 })), ready: '[role=status] button', ...personal },
  { name: 'me-loading', answers: mine('never'), ready: '[role=status]', ...personal },
  { name: 'me-no-contact', answers: mine('no contact'), ready: alone, ...personal },
  { name: 'me-no-sign-in', answers: mine(several), ready: alone, view: { ...personal.view, signin: 'fails' } },
  { name: 'configure', answers: { manage: setUpOf() }, ...adding },
  { name: 'configure-nb', answers: { manage: setUpOf() }, ...adding, view: { ...adding.view, locale: 'nb-no' } },
  { name: 'configure-none', answers: { manage: 'no permission' }, ...adding },
  { name: 'configure-no-channel', answers: {}, ...adding, view: { ...adding.view, channel: 'none' } },
];

/**
 * Every page of the tab in each of its states. The browser tests for accessibility and the screenshots go over all of them: a new page is
 * one entry, here or in a list that is here.
 */
export const everyPage: readonly TabPage[] = [
  ...firstScreen,
  { name: 'method', answers: results, ready: 'main.method', view: at('#method') },
  ...managePages,
  ...deliveriesPages,
  ...rightsPages,
  ...meetingsPages,
  ...minutesPages,
  ...present,
  ...importing,
  ...pastPages,
  ...pairPages,
  ...whoPages,
  ...summaryPages,
  ...actionsPages,
  ...meetingPages,
  ...lostPages,
  ...own,
];

const refusals = {
  403: {
    en: 'This page is for members of the collaboration in this channel.',
    nb: 'Denne siden er for dem som er med i samarbeidet i denne kanalen.',
  },
  404: { en: enWords['api.notFound'], nb: nbWords['api.notFound'] },
  500: { en: 'Something went wrong.', nb: 'Noe gikk galt.' },
};
const statuses = { 'no permission': 403, 'not found': 404, broken: 500 } as const;

function answerOf(reply: Reply | undefined, language: 'en' | 'nb'): ReturnType<Stage['answer']> {
  if (reply === 'never') return new Promise<Answer>(() => undefined);
  if (reply === 'no contact') return reply;
  if (typeof reply === 'object') return { status: 200, body: reply };
  const status = statuses[reply ?? 'broken'];
  return { status, body: { type: 'about:blank', title: 'Refused', status, detail: refusals[status][language] } };
}

/** Opens a page in one language; it can then be given other themes and sizes. */
export async function openPage(context: BrowserContext, stage: Stage, page: TabPage, view: View = {}): Promise<Shown> {
  const times: Record<string, number> = {};
  stage.answer = ({ path, language }: Asked) => {
    const end = path.split('/').at(-1) ?? '';
    const replies = [page.answers[end]].flat();
    const time = (times[end] = (times[end] ?? 0) + 1);
    return answerOf(replies[Math.min(time, replies.length) - 1], language === 'nb' ? 'nb' : 'en');
  };
  const shown = await show(context, stage, { ...page.view, ...view });
  await page.press?.(shown);
  await shown.tab.locator(page.ready).filter({ visible: true }).first().waitFor();
  return shown;
}

export const themes = ['default', 'dark', 'contrast'] as const;

/** Outside Teams nobody says which colours to wear. */
export const themesOf = ({ view }: TabPage) => (view?.teams === 'none' ? themes.slice(0, 1) : themes);

/** As Teams does it when a person changes the look of Teams. */
export async function wear({ page, tab }: Shown, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate(`toTab('themeChange', ['${theme}'])`);
  await tab.locator(`.frame[data-theme=${theme === 'default' ? 'light' : theme}]`).waitFor();
}
