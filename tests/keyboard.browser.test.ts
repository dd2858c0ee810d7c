import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { buildPage, buildTab, pageFolder } from '../local/build.ts';
import { sampleFounder, seedSample } from '../local/seed.ts';
import { startApp } from './app.ts';
import { browserPath, openBrowser, type Browser } from './browser.ts';
import { patience } from './store-engines.ts';
import { answerAll, channel, untilCard, type App } from './walk.ts';

const path = browserPath();
const leaders = ['hospital-trust', 'municipality-a'].flatMap((organisation) =>
  [1, 2, 3].map((number) => `${organisation}-leader-${number}`),
);
/** More stops than any page has. */
const mostStops = 200;

if (path === undefined)
  it.skip('the keyboard walk: no Chrome, Edge or Chromium was found (apt install chromium, or name one by BROWSER_PATH)');
else
  describe('an integration manager without a mouse, from set-up to the spreadsheet', function () {
    this.timeout(2 * patience);
    let app: App;
    let browser: Browser;
    let page: Page;
    let tab: Frame;

    before(async function () {
      this.timeout(5 * patience);
      await buildPage();
      await buildTab();
      app = await startApp({ page: pageFolder });
      await seedSample(app.teams, Date.now());
      browser = await openBrowser(path);
      page = await browser.context.newPage();
      const where = new URLSearchParams({ person: sampleFounder, conversation: channel, view: 'tab' });
      await page.goto(`${app.teams.url}/?${where.toString()}`);
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
      tab = page.frames()[1] ?? assert.fail('the tab is open');
    });
    after(async () => {
      await browser.close();
      await app.stop();
    });

    /** The name of what has the focus in the tab: its label, or its words. */
    const focused = (): Promise<string> =>
      tab.evaluate(() => {
        const part = document.activeElement;
        if (part === null || part === document.body || !document.hasFocus()) return '';
        const label = 'labels' in part ? (part.labels as NodeListOf<HTMLLabelElement> | null)?.[0]?.firstChild : undefined;
        return (part.getAttribute('aria-label') ?? label?.textContent ?? part.textContent).trim();
      });
    const press = (key: string) => page.keyboard.press(key);
    /** Tab, until this has the focus. */
    const reach = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
      const passed: string[] = [];
      for (let stop = 0; stop < mostStops; stop += 1) {
        await press(key);
        const now = await focused();
        if (typeof name === 'string' ? now === name : name.test(now)) return;
        passed.push(now);
      }
      assert.fail(`${String(name)} was not reached: ${passed.filter((one) => one !== '').join(' | ')}`);
    };
    /** What stands on the page now, once it does. */
    const seen = (place: string) => tab.locator(place).filter({ visible: true }).first().waitFor();
    const isOn = async (name: string): Promise<void> => {
      await tab.waitForFunction((words) => document.activeElement?.textContent.trim() === words, name);
    };

    it('changes the purpose on the set-up page', async () => {
      await reach('Set-up and roster');
      await press('Enter');
      await isOn('Set-up');
      await reach('Purpose, in one sentence');
      await press('Control+End');
      await page.keyboard.type(' Told in one sentence.');
      await reach('Save');
      await press('Enter');
      await tab.getByText('Saved.').first().waitFor();
    });

    it('plans a round and opens it, asked once more before', async () => {
      await reach('Survey round');
      await press('Enter');
      await isOn('Survey round');
      await seen('#manage-plan');
      await reach('Fewest people behind a number (k)');
      await press('Home');
      await reach('Show the plan');
      await press('Enter');
      await tab.getByRole('button', { name: 'Launch this round' }).waitFor();
      await reach('Launch this round');
      await press('Enter');
      await isOn('Yes, launch it');
      await press('Enter');
      await seen('#manage-open');
    });

    it('closes it when people have answered on their cards', async () => {
      await untilCard(app, sampleFounder);
      for (const who of leaders) await answerAll(app, who, () => 4);
      await reach('Close the round');
      await press('Enter');
      await isOn('Yes, close it');
      await press('Enter');
      await tab.getByText('Round 1 is closed').waitFor();
    });

    it('comes back to the first screen, where the focus is on the link that led away', async () => {
      await reach('Back to the overview');
      await press('Enter');
      await isOn('Set-up and roster');
      await seen('a.arrow');
    });

    it('goes along the rounds: all of them, the page of one, and back to each link that led away', async () => {
      await reach('Rounds over time', 'Shift+Tab');
      await press('Enter');
      await isOn('Rounds over time');
      await reach('Round 1');
      await press('Enter');
      await isOn('Round 1');
      await seen('a.arrow');
      await reach('Back to all rounds', 'Shift+Tab');
      await press('Enter');
      await isOn('Round 1');
      await reach('Back to the overview', 'Shift+Tab');
      await press('Enter');
      await isOn('Rounds over time');
    });

    it('opens a pair from its arrow, goes on to the next one, and comes back to the picture, at a pair it has read', async () => {
      await reach(/^Hospital trust about Municipality A: 4\.0/);
      await press('Enter');
      await isOn('Hospital trust and Municipality A');
      await reach('Next: Hospital trust and Municipality B');
      await press('Enter');
      await isOn('Hospital trust and Municipality B');
      await reach('Back to the overview', 'Shift+Tab');
      await press('Enter');
      await seen('a.arrow');
      assert.match(await focused(), /^Hospital trust about Municipality [AB]: 4\.0/);
    });

    it('writes on the way who the own organisation is', async () => {
      await reach('Who we are', 'Shift+Tab');
      await press('Enter');
      await isOn('Who we are');
      await reach('Write it: Hospital trust');
      await press('Enter');
      await page.keyboard.type('Wards and clinics.');
      await reach('Save');
      await press('Enter');
      await tab.getByText('Saved.').first().waitFor();
      await reach('Back to the overview', 'Shift+Tab');
      await press('Enter');
      await isOn('Who we are');
    });

    it('presents the results by arrow keys, and Escape leads back', async () => {
      await reach('Present');
      await press('Enter');
      await seen('.slide[data-shown]');
      await press('ArrowRight');
      assert.match((await tab.locator('.place').textContent()) ?? '', /^Slide 2 of/);
      await press('Escape');
      await isOn('Present');
    });

    it('takes the spreadsheet along', async () => {
      const coming = page.waitForEvent('download');
      await reach('Spreadsheet (CSV)');
      await press('Enter');
      assert.equal((await coming).suggestedFilename(), 'Common Ground round 1.csv');
    });
  });
