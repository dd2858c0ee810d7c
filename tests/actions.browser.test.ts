import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { buildPage, buildTab, pageFolder } from '../local/build.ts';
import { sampleFounder, seedPast, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { browserPath, openBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { patience } from './store-engines.ts';
import type { App } from './walk.ts';

const path = browserPath();
/** A folder for screenshots; none are taken without it. */
const shots = process.env['SHOTS'];
const leader = 'municipality-a-leader-1';
const due = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);

if (path === undefined) it.skip('from a pair to the board: no Chrome, Edge or Chromium was found (BROWSER_PATH names one)');
else
  describe('from a pair to an agreed action, and to the board', function () {
    this.timeout(patience * 4);
    let app: App;
    let browser: Browser;
    let page: Page;

    before(async () => {
      await buildPage();
      await buildTab();
      app = await startApp({ page: pageFolder });
      await seedSample(app.teams, Date.now());
      await seedPast(app.teams, Date.now());
      browser = await openBrowser(path);
      page = await browser.context.newPage();
      page.setDefaultTimeout(patience);
    });
    after(async () => {
      await browser.close();
      await app.stop();
    });

    const tab = () => page.frameLocator('iframe');
    const be = (key: string, view = 'tab') =>
      page.goto(`${app.teams.url}/?${new URLSearchParams({ person: key, conversation: 'Partner leaders', view }).toString()}`);
    const shot = async (name: string): Promise<void> => {
      if (shots === undefined) return;
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${name}.png` });
    };
    const heading = (name: string) => tab().locator('h1:focus').filter({ hasText: name }).waitFor();

    it('a leader opens a pair, presses “We will start …”, and agrees it; it has a page, with the way back to the pair', async () => {
      await be(leader);
      await tab().locator('a[href*="pair-1-2"]').first().press('Enter');
      await tab().getByRole('link', { name: 'We will start …' }).press('Enter');
      await heading('Agree an action');
      await tab().getByLabel('What is to be done?').fill('We will start to call before noon');
      await tab().getByLabel('Due', { exact: true }).fill(due);
      await shot('action-form');
      await tab().getByRole('button', { name: 'Agree it' }).press('Enter');
      await heading('We will start to call before noon');
      assert.match((await tab().locator('#facts + dl a').getAttribute('href')) ?? '', /^#pair-1-2$/);
      await tab().getByRole('button', { name: 'Stuck because …' }).press('Enter');
      await tab().getByLabel('Rule or law').check();
      await tab().getByRole('button', { name: 'Say that it is stuck' }).press('Enter');
      await tab().getByText('stuck: Rule or law').waitFor();
      await shot('action-page');
    });

    it('it stands on the board as stuck, with why, and the first screen counts it', async () => {
      await tab().getByRole('link', { name: 'Back to the actions' }).press('Enter');
      await heading('Agreed actions');
      await tab().getByRole('region', { name: 'Why things are stuck' }).getByText('Rule or law: 1').waitFor();
      await tab()
        .getByRole('region', { name: 'Stuck (1)' })
        .getByRole('link', { name: 'We will start to call before noon' })
        .waitFor();
      await shot('action-board');
      await tab().getByRole('link', { name: 'Back to the overview' }).press('Enter');
      await tab().getByText('(1 open, 1 stuck)').waitFor();
    });

    it('the integration manager nudges its owner now, and reads when that goes', async () => {
      await be(sampleFounder);
      await tab().getByRole('link', { name: 'Agreed actions' }).press('Enter');
      await tab().getByRole('link', { name: 'We will start to call before noon' }).press('Enter');
      await tab().getByRole('button', { name: 'Nudge the owners now' }).press('Enter');
      await tab()
        .getByText(/\(Municipality A\): (the nudge goes|Waits)/)
        .waitFor();
      await shot('action-nudged');
    });

    it('its owner finds it in the personal tab, and gets from there to its page', async () => {
      await be(leader, 'posts');
      await page.goto(`${app.teams.url}/?person=${leader}&conversation=chat&view=posts`);
      await page.getByRole('button', { name: 'My collaborations' }).click();
      await shot('action-mine');
      await tab().getByRole('link', { name: 'We will start to call before noon' }).click();
      await heading('We will start to call before noon');
    });
  });
