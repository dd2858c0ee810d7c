import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { readLinkToTab } from '../../bot/contracts/deep-link.ts';
import { buildPage, buildTab, pageFolder } from '../../local/build.ts';
import { sampleAppId } from '../../local/sample.ts';
import { openSampleRound, sampleFounder, seedSample } from '../../local/seed.ts';
import { startApp } from '../app.ts';
import { browserPath, openBrowser, type Browser } from '../browser.ts';
import { patience } from '../store-engines.ts';
import { faultsIn, lookInto } from '../tab/axe.ts';
import { type App, until } from '../walk.ts';

const path = browserPath();
const leader = 'municipality-a-leader-1';

if (path === undefined) it.skip('links of Teams: no Chrome, Edge or Chromium was found (BROWSER_PATH names one)');
else
  describe('links of Teams lead where they say', function () {
    this.timeout(patience * 4);
    let app: App;
    let browser: Browser;
    let page: Page;

    before(async () => {
      await buildPage();
      await buildTab();
      app = await startApp({ page: pageFolder });
      await seedSample(app.teams, Date.now());
      await openSampleRound(app.teams);
      browser = await openBrowser(path);
      page = await browser.context.newPage();
      page.setDefaultTimeout(patience);
    });
    after(async () => {
      await browser.close();
      await app.stop();
    });

    const be = (key: string, conversation: string, view: string) =>
      page.goto(`${app.teams.url}/?${new URLSearchParams({ person: key, conversation, view }).toString()}`);
    const tab = () => page.frameLocator('iframe');
    const inChannel = (view: string) =>
      page.waitForURL(({ searchParams: asked }) => asked.get('conversation') === 'Partner leaders' && asked.get('view') === view);

    it('from the personal tab to the survey that waits', async () => {
      await be(leader, 'chat', 'posts');
      await page.getByRole('button', { name: 'My collaborations' }).click();
      await tab().getByText('You answer for Municipality A, as a leader.').waitFor();
      await tab().getByRole('link', { name: 'Answer on the card in the channel' }).click();
      await inChannel('posts');
      await page.getByRole('button', { name: 'Answer', exact: true }).waitFor();
    });

    it('from the closed card, and from the personal tab, to the results of that round', async () => {
      await be(sampleFounder, 'Partner leaders', 'posts');
      await page.getByRole('button', { name: 'Close the round' }).click();
      await page.getByRole('button', { name: 'Close it now' }).click();
      await be(leader, 'Partner leaders', 'posts');
      await page
        .getByRole('button', { name: 'Open the results' })
        .or(page.getByRole('link', { name: 'Open the results' }))
        .click();
      await inChannel('tab');
      await tab().getByRole('heading', { level: 1, name: 'Round 1' }).waitFor();
      await be(leader, 'chat', 'me');
      await tab().getByRole('link', { name: 'Open the results of round 1' }).click();
      await inChannel('tab');
      await tab().getByRole('heading', { level: 1, name: 'Round 1' }).waitFor();
    });

    it('from a link that was copied in the tab, back to its page', async () => {
      const copied = page.getByRole('textbox', { name: 'Link to this page' });
      const copy = async () => {
        const before = (await copied.count()) === 0 ? '' : await copied.inputValue();
        await tab().getByRole('button', { name: 'Copy link to this page' }).click();
        await copied.waitFor();
        await until('another link', async () => (await copied.inputValue()) !== before);
        return readLinkToTab(await copied.inputValue(), sampleAppId)?.place;
      };
      assert.deepEqual(await copy(), { is: 'round', round: 1 });
      await tab().getByRole('link', { name: 'Back to the overview' }).first().click();
      await tab()
        .getByRole('heading', { level: 1, name: /People who leave hospital/ })
        .waitFor();
      assert.deepEqual(await copy(), { is: 'first' });
      await tab().getByRole('link', { name: 'Rounds over time' }).click();
      await tab().getByRole('heading', { level: 1, name: 'Rounds over time' }).waitFor();
      assert.deepEqual(await copy(), { is: 'timeline' });
      await page.getByRole('button', { name: 'Follow it' }).click();
      await page.waitForURL(({ searchParams }) => searchParams.get('subPage') === 'timeline');
      await tab().getByRole('heading', { level: 1, name: 'Rounds over time' }).waitFor();
    });

    it('the tab can be added to a channel, and is then shown', async () => {
      await page.getByRole('button', { name: 'Add a tab' }).click();
      await tab().getByText('People who leave hospital').waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await inChannel('tab');
      await tab()
        .getByRole('heading', { level: 1, name: /People who leave hospital/ })
        .waitFor();
    });

    for (const [view, conversation] of [
      ['posts', 'Partner leaders'],
      ['me', 'chat'],
      ['configure', 'Partner leaders'],
    ] as const)
      it(`axe finds nothing on the page around it: ${view}, in three themes, wide and as on a phone`, async () => {
        const found: string[] = [];
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 720 });
          await be(leader, conversation, view);
          await (view === 'posts' ? page.locator('.card').first() : tab().getByRole('heading').first()).waitFor();
          await lookInto(page);
          for (const theme of ['default', 'dark', 'contrast']) {
            await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
            found.push(
              ...(await faultsIn(page, theme === 'default' ? 'everything' : 'colours')).map(
                (fault) => `${theme}, ${width}: ${fault}`,
              ),
            );
          }
        }
        assert.deepEqual(found, []);
      });
  });
