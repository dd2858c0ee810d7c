import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { linksToTab } from '../bot/contracts/deep-link.ts';
import { buildPage, pageFolder } from '../local/build.ts';
import { sampleAppId } from '../local/sample.ts';
import { seedPast, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { browserPath, openBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { patience } from './store-engines.ts';
import type { App } from './walk.ts';
import { channel } from './walk.ts';

const path = browserPath();
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

if (path === undefined)
  it.skip('the message extension in a browser: no Chrome, Edge or Chromium was found (BROWSER_PATH names one)');
else
  describe('the message extension in a browser', function () {
    this.timeout(patience);
    let app: App;
    let browser: Browser;
    let page: Page;
    const troubles: string[] = [];

    before(async () => {
      await buildPage();
      app = await startApp({ page: pageFolder });
      await seedSample(app.teams, Date.now());
      await seedPast(app.teams, Date.now());
      browser = await openBrowser(path);
      page = await browser.context.newPage();
      page.on('pageerror', (error) => troubles.push(error.message));
    });
    after(async () => {
      await browser.close();
      await app.stop();
    });

    const be = (key: string) => page.goto(`${app.teams.url}/?person=${key}&conversation=Partner+leaders`);
    const box = () => page.getByLabel('Message', { exact: true });
    const last = () => page.locator('article').last();
    const write = async (text: string) => {
      await box().fill(text);
      await box().press('Enter');
      await page.locator('article .words', { hasText: text }).waitFor();
    };

    it('by keyboard: an action is agreed from a message, and stands below it with a link back', async () => {
      await be('municipality-a-leader-1');
      await write('Who calls people back, and when?');
      await last().getByRole('button', { name: /^More/ }).press('Enter');
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog', { name: 'Agree an action' });
      const text = form.getByLabel('What is to be done?');
      assert.equal(await text.inputValue(), 'Who calls people back, and when?');
      assert.equal(await text.evaluate((element) => element === document.activeElement), true);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('Call back within one day');
      await form.getByRole('button', { name: 'Agree an action' }).press('Enter');
      await form.getByText('An action needs a date').waitFor();
      assert.equal(await text.inputValue(), 'Call back within one day');
      await form.getByLabel('Due').fill(inAMonth);
      await form.getByRole('button', { name: 'Agree an action' }).press('Enter');
      await form.getByText(/^Agreed\./).waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await form.count(), 0);
      const card = last().locator('.card');
      await card.getByText('Call back within one day').waitFor();
      assert.match((await card.getByRole('link').getAttribute('href')) ?? '', /^https:\/\/teams\.microsoft\.com\/l\/message\//);
      assert.equal(await page.locator('section.thread').last().locator('article').count(), 2);
    });

    it('in Norwegian, what is found goes out with a message, and everybody reads it', async () => {
      app.teams.speak('municipality-a-leader-1', 'nb-NO');
      await be('municipality-a-leader-1');
      await page.getByRole('button', { name: 'Apps' }).click();
      const find = page.getByRole('searchbox', { name: 'Finn tiltak og resultater' });
      await page.getByText('Runde 3: ').waitFor();
      await find.fill('hospital municipality a');
      await page.getByRole('button', { name: 'Hospital trust og Municipality A' }).click();
      await box().fill('Look at this');
      await box().press('Enter');
      await be('hospital-trust-leader-2');
      await last().getByText('Look at this').waitFor();
      assert.match(await last().locator('.card').innerText(), /Hospital trust about Municipality A\s+\d\.\d \(\w+\)/);
    });

    it('a pasted link to the tab becomes a card above the words, which can be taken away again', async () => {
      await be('hospital-trust-leader-2');
      const id = app.teams.state.team.channels.find(({ name }) => name === channel)?.id ?? '';
      const link = linksToTab({ teamsAppId: sampleAppId, publicUrl: app.teams.url })(id, { is: 'round', round: 2 });
      await box().focus();
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', text);
        const area = document.activeElement as HTMLTextAreaElement;
        area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
        area.value = text;
      }, link);
      await page.getByRole('group', { name: 'Goes out with the message' }).getByText('Round 2').waitFor();
      await page.getByRole('button', { name: 'Remove' }).click();
      assert.equal(await page.locator('.pending').isVisible(), false);
    });

    it('has room on a phone, in all themes, with no sideways scrolling', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const theme of ['default', 'dark', 'contrast']) {
        await page.goto(`${app.teams.url}/?person=hospital-trust-leader-2&conversation=Partner+leaders&theme=${theme}`);
        await page.getByRole('button', { name: 'Apps' }).click();
        await page.locator('.found li').first().waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, theme);
        await page.locator('.finder').getByRole('button', { name: 'Agree an action' }).click();
        await page.getByRole('dialog').getByLabel('Due').waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, theme);
        await page.keyboard.press('Escape');
      }
      assert.deepEqual(troubles, []);
    });
  });
